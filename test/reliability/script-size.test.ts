/** How much script the first public page brings with it: what it names, and whatever that loads at once. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { portalForTests } from '../runtime/portal/portal-for-tests.js';

const portal = await portalForTests('definitions/my-time');

test('the first public page comes with less than 100 kB of script, packed', async () => {
  const visitor = portal.anybody();
  for (const url of ['/', '/my-time']) {
    const { html } = await visitor.look(url);
    const queue = [...html.matchAll(/<(?:script|link)\b[^>]*(?:src|href)="([^"]+\.js)"/g)].map(([, at = '']) => at);
    expect(queue.length).toBeGreaterThan(0);
    const seen = new Map<string, number>();
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (seen.has(at)) continue;
      const { statusCode, body } = await portal.app.inject({ url: at, headers: { host: 'localhost' } });
      expect(statusCode, at).toBe(200);
      seen.set(at, gzipSync(body).length);
      // `import "./a.js"` and `import { b } from "./a.js"`, and not `import("./a.js")`, which comes when it is wanted.
      for (const [, name = ''] of body.matchAll(/\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g))
        queue.push(new URL(name, `http://localhost${at}`).pathname);
    }
    const bytes = [...seen.values()].reduce((sum, one) => sum + one, 0);
    console.info(`${url}: ${bytes} bytes of script, packed, in ${seen.size} files.`);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(100_000);
  }
});
