package io.streamsmonitor.report.html;

/** The page's style sheet. */
final class Style {
  static final String CSS =
      """

      :root{--bg:#fff;--fg:#1f2328;--mute:#59636e;--line:#d1d9e0;--card:#f6f8fa;
        --CRITICAL:#cf222e;--HIGH:#bc4c00;--MEDIUM:#9a6700;--LOW:#0969da;--INFO:#59636e;
        --DEGRADED:#9a6700;--HEALTHY:#1a7f37}
      @media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--mute:#9198a1;
        --line:#3d444d;--card:#151b23;--CRITICAL:#ff7b72;--HIGH:#ffa657;--MEDIUM:#d29922;
        --LOW:#58a6ff;--INFO:#9198a1;--DEGRADED:#d29922;--HEALTHY:#3fb950}}
      body{margin:0;background:var(--bg);color:var(--fg);
        font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
      main{max-width:1080px;margin:0 auto;padding:24px 16px}
      h1{font-size:22px;margin:0}h2{font-size:17px;margin:32px 0 8px;
        border-bottom:1px solid var(--line);padding-bottom:4px}
      .head{display:flex;gap:20px;align-items:center;flex-wrap:wrap}
      .mute,footer{color:var(--mute)}footer{margin-top:40px;font-size:13px}
      .tiles{display:flex;gap:8px;flex-wrap:wrap;margin:16px 0}
      .tile{background:var(--card);border:1px solid var(--line);border-radius:6px;
        padding:6px 12px;min-width:84px}.tile b{display:block;font-size:20px}
      .tile span{font-size:12px;color:var(--mute)}
      table{border-collapse:collapse;width:100%;font-size:14px;display:block;overflow-x:auto}
      th,td{text-align:left;padding:5px 10px;border-bottom:1px solid var(--line);
        vertical-align:top}th{font-weight:600;color:var(--mute);font-size:12px}
      td.n{text-align:right;font-variant-numeric:tabular-nums}
      pre,code{font:13px/1.45 ui-monospace,Menlo,Consolas,monospace}
      pre{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:10px;
        overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
      details{border:1px solid var(--line);border-radius:6px;margin:6px 0;padding:6px 12px}
      summary{cursor:pointer}dl{display:grid;grid-template-columns:max-content 1fr;
        gap:2px 14px;margin:8px 0}dt{color:var(--mute)}dd{margin:0;overflow-wrap:anywhere}
      ol.causes>li{margin:10px 0}
      .CRITICAL{color:var(--CRITICAL)}.HIGH{color:var(--HIGH)}.MEDIUM{color:var(--MEDIUM)}
      .LOW{color:var(--LOW)}.INFO{color:var(--INFO)}.DEGRADED{color:var(--DEGRADED)}
      .HEALTHY{color:var(--HEALTHY)}.b{font-weight:600;font-size:12px}
      svg{max-width:100%;height:auto}svg .CRITICAL{fill:var(--CRITICAL)}
      svg .HIGH{fill:var(--HIGH)}svg .MEDIUM{fill:var(--MEDIUM)}svg .LOW{fill:var(--LOW)}
      svg .INFO{fill:var(--INFO)}svg text{fill:var(--fg);font:12px system-ui,sans-serif}
      svg text.mute{fill:var(--mute)}
      svg .box{fill:var(--card);stroke:var(--line)}svg .box.CRITICAL{stroke:var(--CRITICAL)}
      svg .box.DEGRADED{stroke:var(--DEGRADED)}svg .edge{stroke:var(--mute);fill:none}
      .spark{fill:none;stroke:var(--LOW);stroke-width:1.5}
      .limit{stroke:var(--CRITICAL);stroke-dasharray:3 3}
      .lane{stroke:var(--line);stroke-dasharray:2 4}
      .arrow{fill:none;stroke:var(--LOW);stroke-width:1.5}.arrow.bad{stroke:var(--CRITICAL)}
      svg.wide{min-width:640px;display:block;margin:8px 0}details{overflow-x:auto}
      .f{margin:0 4px 0 12px}tbody th,tr>th[scope=row]{color:var(--fg)}
      #show-CRITICAL:not(:checked)~.of-CRITICAL,#show-HIGH:not(:checked)~.of-HIGH,
      #show-MEDIUM:not(:checked)~.of-MEDIUM,#show-LOW:not(:checked)~.of-LOW,
      #show-INFO:not(:checked)~.of-INFO{display:none}
      .axis{stroke:var(--line)}.ring{fill:none;stroke-width:8}
      .ring.back{stroke:var(--line)}.ring.CRITICAL{fill:none;stroke:var(--CRITICAL)}
      .ring.DEGRADED{fill:none;stroke:var(--DEGRADED)}.ring.HEALTHY{stroke:var(--HEALTHY)}
      @media(max-width:600px){main{padding:12px}.tile{min-width:64px;padding:4px 8px}
        dl{grid-template-columns:1fr}dd{margin-bottom:6px}}
      @media print{:root{--bg:#fff;--fg:#000;--card:#fff;--mute:#444;--line:#bbb}
        main{max-width:none;padding:0}details,tr,svg{break-inside:avoid}h2{break-after:avoid}
        details::details-content{content-visibility:visible;display:block;height:auto}
        .f,.f+label{display:none}table{display:table}}
      """;

  private Style() {}
}
