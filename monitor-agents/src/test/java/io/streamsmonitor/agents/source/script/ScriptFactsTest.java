package io.streamsmonitor.agents.source.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.agents.source.scan.CodeFacts;
import io.streamsmonitor.agents.source.scan.ScanResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFactsTest {
  @TempDir Path folder;
  private CodeSample sample;

  @BeforeEach
  void empty() {
    sample = CodeSample.in(folder);
  }

  private List<String> uses(String text) {
    return uses("src/worker.ts", text);
  }

  private List<String> uses(String path, String text) {
    return sample.file(path, text).scan().facts().streams().stream()
        .map(ScriptFactsTest::line)
        .toList();
  }

  private static String line(StreamUse u) {
    String group = u.group() == null ? "" : " " + name(u.group());
    return u.op() + " " + name(u.stream()) + group + (u.fields().isEmpty() ? "" : " " + u.fields());
  }

  private static String name(NameValue value) {
    return value instanceof NameValue.Template t ? t.pattern() : value.resolved().orElse("?");
  }

  private List<String> env(String text) {
    SourceFacts facts = sample.file("src/config.ts", text).scan().facts();
    return facts.env().stream()
        .map(e -> e.name() + (e.fallback() == null ? "" : "=" + e.fallback()))
        .toList();
  }

  @Test
  void knowsIoredis() {
    assertThat(
            uses(
                """
                import Redis from 'ioredis';
                const redis = new Redis(process.env.REDIS_URL ?? 'redis://localhost');
                export async function run(id: string): Promise<void> {
                  await redis.xgroup('CREATE', 'orders', 'billing', '$', 'MKSTREAM').catch(() => {});
                  await redis.xadd('orders', 'MAXLEN', '~', 1000, '*', 'orderId', id, 'total', 5);
                  const rows = await redis.xreadgroup('GROUP', 'billing', 'c1', 'COUNT', 10,
                    'BLOCK', 2000, 'STREAMS', 'orders', 'returns', '>', '>');
                  await redis.pipeline().xack('orders', 'billing', id).xtrim('orders', 'MAXLEN', 5).exec();
                  await redis.call('XADD', 'audit', '*', 'a', 'b');
                  await redis.xautoclaim('orders', 'billing', 'c1', 60000, '0');
                  await redis.xread('COUNT', 1, 'STREAMS', 'audit', '0');
                  await redis.xrange('audit', '-', '+');
                }
                """))
        .containsExactly(
            "CREATE_GROUP orders billing",
            "ADD orders [orderId, total]",
            "GROUP_READ orders billing",
            "GROUP_READ returns billing",
            "ACK orders billing",
            "TRIM orders",
            "ADD audit [a]",
            "CLAIM orders billing",
            "READ audit",
            "RANGE audit");
  }

  @Test
  void knowsNodeRedis() {
    assertThat(
            uses(
                """
                import { createClient } from 'redis';
                const client = createClient();
                async function go(id) {
                  await client.xGroupCreate('orders', 'billing', '0', { MKSTREAM: true });
                  await client.xAdd('orders', '*', { orderId: id, total: '5' },
                    { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: 1000 } });
                  const read = await client.xReadGroup('billing', 'c1',
                    [{ key: 'orders', id: '>' }, { key: 'returns', id: '>' }], { COUNT: 1, BLOCK: 5000 });
                  await client.xAck('orders', 'billing', read[0].messages[0].id);
                  await client.multi().xAdd('audit', '*', { a: 'b' }).exec();
                  await client.sendCommand(['XADD', 'raw', '*', 'k', 'v']);
                  await client.xRead({ key: 'audit', id: '$' }, { BLOCK: 0 });
                }
                """))
        .containsExactly(
            "CREATE_GROUP orders billing",
            "ADD orders [orderId, total]",
            "GROUP_READ orders billing",
            "GROUP_READ returns billing",
            "ACK orders billing",
            "ADD audit [a]",
            "ADD raw [k]",
            "READ audit");
  }

  @Test
  void followsNamesThroughConstantsTemplatesAndFiles() {
    sample
        .file(
            "src/names.ts",
            "export const PREFIX = 'shop';\nexport const ORDERS = `${PREFIX}:orders`;")
        .file(
            "src/config/index.ts",
            "const config = { streams: { returns: 'returns' }, group: process.env.GROUP || 'g1' } as const;\nexport default config;")
        .file(
            "src/streams.ts",
            "export enum Streams { Audit = 'audit' }\nexport const Keys = Object.freeze({ clicks: 'clicks' });")
        .file("src/old.js", "const SALES = 'sales';\nmodule.exports = { SALES, name: 'named' };")
        .file("src/all.ts", "export * from './names';");
    assertThat(
            uses(
                """
                import { ORDERS } from './all.js';
                import config from './config';
                import * as names from './names';
                import { Streams, Keys } from '@/streams';
                const old = require('./old');
                const { SALES } = require('./old');
                class Worker {
                  private readonly stream = names.ORDERS + ':late';
                  constructor(private readonly redis: Redis, private readonly audit: string = Streams.Audit) {}
                  async run(id: number) {
                    const { streams } = config;
                    const { returns } = config.streams;
                    await this.redis.xadd(ORDERS, '*', 'a', 1);
                    await this.redis.xadd(config.streams.returns, '*', 'a', 1);
                    await this.redis.xadd(returns, '*', 'a', 1);
                    await this.redis.xadd(streams.returns, '*', 'a', 1);
                    await this.redis.xadd(this.stream, '*', 'a', 1);
                    await this.redis.xadd(Streams.Audit, '*', 'a', 1);
                    await this.redis.xadd(Keys.clicks, '*', 'a', 1);
                    await this.redis.xadd(SALES, '*', 'a', 1);
                    await this.redis.xadd(old.name, '*', 'a', 1);
                    await this.redis.xadd(`user:${id}`, '*', 'a', 1);
                    await this.redis.xack(ORDERS, config.group, id);
                  }
                }
                """))
        .containsExactly(
            "ADD shop:orders [a]",
            "ADD returns [a]",
            "ADD returns [a]",
            "ADD returns [a]",
            "ADD shop:orders:late [a]",
            "ADD audit [a]",
            "ADD clicks [a]",
            "ADD sales [a]",
            "ADD named [a]",
            "ADD user:* [a]",
            "ACK shop:orders g1");
  }

  @Test
  void followsNamesThroughWrappersAndDefaults() {
    sample.file(
        "src/bus.ts",
        """
        export class Bus {
          constructor(private redis: Redis, private readonly limit = 1000) {}
          async publish(stream: string, data: object, ttl?: number) {
            return this.redis.xadd(stream, 'MAXLEN', '~', this.limit, '*', 'data', JSON.stringify(data));
          }
        }
        """);
    assertThat(
            uses(
                "src/orders.ts",
                """
                import { Bus } from './bus';
                const bus = new Bus(redis);
                export const place = async (o: Order) => { await bus.publish('orders', o); };
                const read = async (key = 'late') => redis.xread('STREAMS', key, '0');
                read();
                """))
        .containsExactly("ADD orders [data]", "READ late");
  }

  @Test
  void leavesTheUnknownUnknown() {
    assertThat(
            uses(
                """
                let stream = 'a';
                export function set(s) { stream = s; }
                export async function go(args, keys) {
                  await redis.xadd(stream, '*', 'a', 1);
                  await redis.xadd(...args);
                  await redis.xreadgroup('GROUP', 'g', 'c', 'STREAMS', ...keys, '>');
                }
                """))
        .containsExactly("ADD ?  [a]".replace("  ", " "), "ADD ?", "GROUP_READ ? g");
  }

  @Test
  void readsTheEnvironment() {
    assertThat(
            env(
                """
                const { A, B = 'b', C: c } = process.env;
                const d = process.env.D ?? 'd';
                const e = process.env['E'] || `e`;
                const f = Number(process.env.F) || 5;
                const g = process.env.G!;
                if (!process.env.H) throw new Error('H is missing');
                if (process.env.I === 'x') { run(); }
                const required = (name: string) => { const v = process.env[name]; if (!v) throw new Error(name); return v; };
                const j = required('J');
                const env = process.env;
                export default { k: env.K, l: process.env.L ? 'on' : 'off', m: process.env.M ?? process.env.N };
                """))
        .containsExactlyInAnyOrder(
            "A", "B=b", "C", "D=d", "E=e", "F=5", "G", "H", "I=", "J", "K", "L=", "M", "N");
  }

  @Test
  void readsSchemasOfTheEnvironment() {
    assertThat(
            env(
                """
                const schema = z.object({ AB: z.string(), CD: z.string().default('cd'), EF: z.string().optional() }).parse(process.env);
                const more = cleanEnv(process.env, { GH: str(), IJ: port({ default: 3000 }) });
                """))
        .containsExactlyInAnyOrder("AB", "CD=cd", "EF=", "GH", "IJ=3000");
  }

  @Test
  void getsThroughWhateverTypeScriptIsWritten() {
    assertThat(
            uses(
                "src/view.tsx",
                """
                #!/usr/bin/env node
                import type { Foo } from 'foo';
                declare global { interface Window { x: number } }
                type Handler<T extends object = {}> = (e: T, ...rest: unknown[]) => Promise<void> | never;
                export abstract class Base<T> implements Foo<T>, Bar {
                  static #count = 0;
                  @Inject(TOKEN) private readonly x?: Map<string, Array<{ a: number }>>;
                  abstract run(): void;
                  get size(): number { return this.map.get(`a${1 / 2}b`)!.length; }
                }
                const re = /['"`{]/g.test(s) ? a / b / c : <T,>(x: T) => x;
                const el = <div onClick={() => go("it's")}>don't {cond ? <b>x</b> : null} stop</div>;
                function over(a: string): void;
                function over(a: any) { label: for (const [k, v] of Object.entries(a)) { if (k) continue label; } }
                const v = cond ? (a) : b;
                const n = a < b && c > (d), m = fn<Map<string, number>>(1), o = <const>['x'];
                switch (v) { case 1: { break; } default: over(`}`) }
                do { i++ } while (i < 3)
                export const last = async ({ id, ...rest }: { id: string }, [first] = []) => {
                  await redis.xadd('after', '*', 'id', id);
                };
                """))
        .containsExactly("ADD after [id]");
  }

  @Test
  void accountsForScriptsOfAnyKind() {
    ScanResult result =
        sample
            .file(
                "src/deep.ts",
                "redis.xadd(" + "(\n".repeat(20_000) + "1" + ")".repeat(20_000) + ");")
            .file("src/open.ts", "redis.xadd('a', `${`${ '*', { a: [ (")
            .file("src/closed.ts", ")]}>>} redis.xadd('b', '*', 'k', v); }}} `")
            .file("src/prose.js", "xadd is not < a script @ # \\ at all '")
            .file("src/generic.ts", "const x = a < b; type xadd = A<B<C<")
            .bytes("src/binary.js", new byte[] {1, 0, 2})
            .file("src/huge.js", "// xadd\n".repeat(400_000))
            .file("src/a.min.js", "redis.xadd('c')")
            .file("src/a.d.ts", "declare const xadd: string;")
            .file("node_modules/x/a.js", "redis.xadd('d')")
            .file("dist/a.js", "redis.xadd('e')")
            .scan();
    CodeFacts.Counts counts = result.code().counts();
    assertThat(counts.found()).isEqualTo(7);
    assertThat(counts.scanned() + counts.skipped() + counts.failed()).isEqualTo(7);
    assertThat(result.facts().files()).contains("src/closed.ts", "src/deep.ts", "src/open.ts");
    assertThat(result.facts().gaps()).anyMatch(g -> g.startsWith("src/binary.js: "));
  }

  @Test
  void passesByWhatIsPacked() {
    String packed = "redis.xadd('a','*','k',v);".repeat(2_000);
    assertThat(uses("public/app.js", packed)).isEmpty();
  }

  @Test
  void passesByTheExamplesOfALibrary() {
    sample
        .file("package.json", "{}")
        .file("lib/a.ts", "redis.xadd('a', '*', 'k', v);")
        .file("examples/b.ts", "redis.xadd('b', '*', 'k', v);");
    assertThat(sample.scan().facts().files()).containsExactly("lib/a.ts");
  }

  @Test
  void readsTheKeysOfSchemasThatAreCheckedLaterOrElsewhere() {
    assertThat(
            env(
                """
                const configSchema = z.object({ AB: z.string(), CD: z.coerce.number().default(3), nested: z.string() });
                export default configSchema.parse(process.env);
                export const envSchema = Joi.object({ EF: Joi.string().required() });
                ConfigModule.forRoot({ validationSchema: Joi.object({ GH: Joi.string().default('gh') }) });
                export const env = createEnv({ server: { IJ: z.string() }, client: { KL: z.string() }, runtimeEnv: process.env });
                const bodySchema = z.object({ UPPER: z.string() });
                const host = this.configService.get<string>('REDIS_HOST');
                const map = cache.get('NOT_ONE');
                """))
        .containsExactlyInAnyOrder("AB", "CD=3", "EF", "GH=gh", "IJ", "KL", "REDIS_HOST");
  }
}
