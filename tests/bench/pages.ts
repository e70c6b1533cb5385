/** What pages cost: JavaScript a browser loads, and processor time of the server. */
import { cpuMilliseconds } from "./process-stats";

export interface Page {
  origin: string;
  cookie: string;
  path: string;
}

async function text({ origin, cookie }: Page, path: string): Promise<string> {
  const response = await fetch(new URL(path, origin), { headers: { cookie } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}

/** Bytes of a script as it is sent to a browser that takes brotli. */
async function sentBytes({ origin }: Page, path: string): Promise<number> {
  const response = await fetch(new URL(path, origin), { headers: { "accept-encoding": "br" } });
  await response.arrayBuffer();
  return Number(response.headers.get("content-length"));
}

/**
 * Kilobytes of compressed JavaScript of a page: the scripts its HTML names, all that they import, the words of
 * one language (the largest of the three), and of what they may load later the chunks whose name matches `later`.
 * The router's manifest names every page's modules, but as data: only imports are followed.
 */
export async function scriptKilobytes(page: Page, later?: RegExp): Promise<number> {
  const html = await text(page, page.path);
  const waiting = [...html.matchAll(/["'](\/assets\/[^"']+\.js)["']/g)].map((m) => m[1]!);
  const found = new Set<string>();
  const words = new Set<string>();
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const code = await text(page, path);
    const imports = [...code.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)].map((m) => m[1]!);
    const dynamic = [...code.matchAll(/import\(\s*["'`](\.\/[^"'`]+\.js)["'`]\s*\)/g)].map((m) => m[1]!);
    if (path.includes("/entry.client"))
      for (const name of dynamic.filter((d) => d.startsWith("./index-")))
        words.add(new URL(name, `http://x${path}`).pathname);
    for (const name of [...imports, ...dynamic.filter((d) => later?.test(d))])
      waiting.push(new URL(name, `http://x${path}`).pathname);
  }
  const sizes = await Promise.all([...found].map((path) => sentBytes(page, path)));
  const languages = await Promise.all([...words].map((path) => sentBytes(page, path)));
  if (languages.length !== 3)
    throw new Error(`${languages.length} languages were found in the page's scripts`);
  return (sizes.reduce((sum, size) => sum + size, 0) + Math.max(...languages)) / 1000;
}

/** Processor milliseconds of the server per rendering of the page. */
export async function renderCpu(page: Page, pid: number): Promise<number | null> {
  for (let n = 0; n < 30; n++) await text(page, page.path);
  const before = cpuMilliseconds(pid);
  const rounds = 100;
  for (let n = 0; n < rounds; n++) await text(page, page.path);
  const after = cpuMilliseconds(pid);
  return before === null || after === null ? null : (after - before) / rounds;
}
