package io.streamsmonitor.report.html;

/** The page's style sheet. */
final class Style {
  static final String CSS =
      """

      :root{--bg:#fff;--fg:#1f2328;--mute:#59636e;--line:#d8dee4;--card:#f6f8fa;--tint:12%;
        --CRITICAL:#cf222e;--HIGH:#bc4c00;--MEDIUM:#8a5d00;--LOW:#0969da;--INFO:#59636e;
        --DEGRADED:#8a5d00;--HEALTHY:#1a7f37}
      @media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--mute:#9198a1;
        --line:#30363d;--card:#151b23;--tint:20%;--CRITICAL:#ff7b72;--HIGH:#ffa657;
        --MEDIUM:#d8a526;--LOW:#58a6ff;--INFO:#9198a1;--DEGRADED:#d8a526;--HEALTHY:#3fb950}}
      *{box-sizing:border-box}html{scroll-behavior:smooth;scroll-padding-top:52px}
      body{margin:0;background:var(--bg);color:var(--fg);
        font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
      main{max-width:1120px;margin:0 auto;padding:0 20px 40px}
      a{color:var(--LOW);text-decoration:none}a:hover{text-decoration:underline}
      h1{font-size:26px;line-height:1.2;margin:0;letter-spacing:-.01em}
      h2{font-size:19px;margin:44px 0 12px;letter-spacing:-.01em}
      h2 small{font-weight:400;color:var(--mute);font-size:14px;margin-left:8px}
      h3{font-size:15px;margin:20px 0 6px}p{margin:8px 0}
      .CRITICAL{--c:var(--CRITICAL)}.HIGH{--c:var(--HIGH)}.MEDIUM{--c:var(--MEDIUM)}
      .LOW{--c:var(--LOW)}.INFO{--c:var(--INFO)}.DEGRADED{--c:var(--DEGRADED)}
      .HEALTHY{--c:var(--HEALTHY)}
      .head{display:flex;gap:24px;align-items:center;margin:0 -20px;padding:28px 20px;
        background:linear-gradient(120deg,color-mix(in srgb,var(--c) var(--tint),var(--bg)),
        var(--bg) 75%);border-bottom:1px solid var(--line)}
      .head h1 b{color:var(--c)}.head .mute{margin-top:4px}.head svg{flex:none}
      .mute,footer{color:var(--mute)}footer{margin-top:48px;font-size:13px;
        border-top:1px solid var(--line);padding-top:12px}
      nav{position:sticky;top:0;z-index:1;background:var(--bg);margin:0 -20px;padding:9px 20px;
        border-bottom:1px solid var(--line);display:flex;gap:4px 18px;overflow-x:auto;
        font-size:13px;white-space:nowrap}nav a{color:var(--mute)}
      .bar{display:flex;height:10px;border-radius:5px;overflow:hidden;margin:22px 0 10px;
        background:var(--line)}.bar i{background:var(--c);margin-right:1px}
      .tiles{display:flex;flex-wrap:wrap;gap:6px 26px}.tile{font-size:13px;color:var(--mute)}
      .tile b{font-size:20px;color:var(--c,var(--fg));margin-right:6px;
        font-variant-numeric:tabular-nums}
      .b{display:inline-block;color:var(--c);font-weight:600;font-size:11px;line-height:18px;
        letter-spacing:.03em;padding:0 8px;border-radius:9px;white-space:nowrap;
        background:color-mix(in srgb,var(--c) var(--tint),var(--bg))}
      .id{font:12px ui-monospace,Menlo,Consolas,monospace;color:var(--mute);white-space:nowrap}
      .cause{border:1px solid var(--line);border-left:4px solid var(--c);border-radius:8px;
        margin:12px 0;padding:0}.cause summary{padding:12px 16px;display:flex;gap:12px;
        align-items:baseline}.cause summary::-webkit-details-marker{display:none}
      .cause summary>strong{flex:1;font-size:16px;line-height:1.35}
      .rank{color:var(--c);font-weight:700;font-size:18px;min-width:22px}
      .cols{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:8px 28px;
        padding:0 16px 14px 50px}
      .chain{list-style:none;margin:0;padding:0}.chain li{position:relative;padding:2px 0 6px 20px;
        border-left:2px solid var(--line);margin-left:5px;overflow-wrap:anywhere}
      .chain li:last-child{border-color:transparent}.chain li::before{content:"";position:absolute;
        left:-6px;top:9px;width:6px;height:6px;border-radius:50%;border:2px solid var(--c);
        background:var(--bg)}.chain li.root::before{background:var(--c)}
      .chain li.root{font-weight:600}.chain .id{margin-right:8px;font-weight:400}
      .fix{background:var(--card);border-radius:6px;padding:10px 14px;margin-bottom:10px}
      .fix code{display:block;margin-top:4px;color:var(--LOW);overflow-wrap:anywhere}
      .label{display:block;font-size:11px;letter-spacing:.05em;text-transform:uppercase;
        color:var(--mute);font-weight:600}
      .chip{display:inline-block;font-size:12px;border:1px solid var(--line);border-radius:10px;
        padding:0 8px;margin:3px 4px 0 0;background:var(--bg)}.chip.s{border-radius:3px;
        font-family:ui-monospace,Menlo,Consolas,monospace}
      .alone{list-style:none;padding:0}.alone li{padding:3px 0}.alone .id{margin:0 8px}
      .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}
      th,td{text-align:left;padding:7px 10px;border-bottom:1px solid var(--line);
        vertical-align:top}thead th,tr:first-child>th[scope=col]{font-weight:600;
        color:var(--mute);font-size:12px;white-space:nowrap}tr>th[scope=row]{color:var(--fg)}
      td.n{text-align:right;font-variant-numeric:tabular-nums;padding-right:4px}
      td.g{padding-left:4px;width:104px;min-width:104px}
      pre,code{font:12.5px/1.5 ui-monospace,Menlo,Consolas,monospace}
      pre{background:var(--card);border-radius:6px;padding:10px 12px;margin:8px 0;
        overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
      details{border:1px solid var(--line);border-radius:6px;margin:6px 0;padding:7px 12px;
        overflow-x:auto}details[class^=of-]{border-left:3px solid var(--c)}
      summary{cursor:pointer;overflow-wrap:anywhere}summary .id{margin:0 6px}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:10px 0;
        font-size:14px}dt{color:var(--mute)}dd{margin:0;overflow-wrap:anywhere}
      .filter{display:flex;flex-wrap:wrap;gap:6px;align-items:center;margin-bottom:10px}
      .f{position:absolute;opacity:0}.filter label{cursor:pointer;user-select:none;margin:0}
      .filter .b{line-height:20px;border-radius:10px}
      #q{font:inherit;font-size:13px;padding:3px 10px;border:1px solid var(--line);
        border-radius:12px;background:var(--bg);color:var(--fg);min-width:200px;flex:1}
      svg{max-width:100%;height:auto}svg text{fill:var(--fg);font:12px system-ui,sans-serif}
      svg text.mute{fill:var(--mute)}svg text.score{font:700 26px system-ui,sans-serif}
      svg circle.dot{fill:var(--c);fill-opacity:.8}.axis{stroke:var(--line)}
      .ring{fill:none;stroke:var(--c);stroke-width:9;stroke-linecap:round}
      .ring.back{stroke-opacity:.22}
      .box{fill:var(--card);stroke:var(--line)}.box.CRITICAL,.box.DEGRADED{stroke:var(--c);
        fill:color-mix(in srgb,var(--c) var(--tint),var(--bg))}
      .edge{stroke:var(--mute);stroke-opacity:.35;fill:none;stroke-width:1.2}
      .edge.CRITICAL,.edge.DEGRADED{stroke:var(--c);stroke-opacity:.75}
      .spark{fill:none;stroke:var(--LOW);stroke-width:1.5}.area{fill:var(--LOW);fill-opacity:.12}
      .limit{stroke:var(--CRITICAL);stroke-dasharray:3 3}
      .lane{stroke:var(--line)}.lane.s{stroke-dasharray:2 4}
      .party{fill:var(--card);stroke:var(--line)}
      .arrow{fill:none;stroke:var(--LOW);stroke-width:1.5}.arrow.bad{stroke:var(--CRITICAL)}
      .arrow.ack{stroke:var(--HEALTHY)}svg.wide{min-width:640px;display:block;margin:8px 0}
      @media(max-width:640px){main{padding:0 14px 30px}.head{margin:0 -14px;padding:18px 14px;
        gap:14px}nav{margin:0 -14px;padding:8px 14px}h1{font-size:20px}.tiles{gap:4px 16px}
        .cols{grid-template-columns:1fr;padding:0 12px 12px}.cause summary{flex-wrap:wrap;
        gap:6px 10px;padding:10px 12px}.cause summary>strong{order:3;flex-basis:100%}
        dl{grid-template-columns:1fr}dd{margin-bottom:6px}svg.map{min-width:640px}}
      @media print{:root{--bg:#fff;--fg:#000;--card:#f4f4f4;--mute:#444;--line:#bbb;--tint:10%;
        --CRITICAL:#b3141f;--HIGH:#9a3c00;--MEDIUM:#6f4b00;--LOW:#0550ae;--INFO:#444;
        --DEGRADED:#6f4b00;--HEALTHY:#116329}body{font-size:11px}main{max-width:none;padding:0}
        nav,.filter{display:none}*{print-color-adjust:exact}details,tr,svg,li{break-inside:avoid}
        h2{break-after:avoid}details::details-content{content-visibility:visible;display:block;
        height:auto}}
      """;

  private Style() {}
}
