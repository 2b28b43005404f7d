import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const text = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest']);
const smallest = 1024;
const limit = 330; // kB of JavaScript that the first page may load, gzip

/** Writes name.gz and name.br beside each text file of the build, and prints what the first page loads. */
export function precompress(): Plugin {
  let dist = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved({ root, build }) {
      dist = resolve(root, build.outDir);
    },
    async closeBundle() {
      const sizes = new Map<string, number>();
      for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !text.has(extname(entry.name))) continue;
        const path = join(entry.parentPath, entry.name);
        const content = await readFile(path);
        if (content.length < smallest) continue;
        const [gz, br] = await Promise.all([
          promisify(gzip)(content, { level: 9 }),
          promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        ]);
        sizes.set(path, gz.length);
        if (gz.length < content.length) await writeFile(`${path}.gz`, gz);
        if (br.length < content.length) await writeFile(`${path}.br`, br);
      }
      const html = await readFile(join(dist, 'index.html'), 'utf8');
      let bytes = 0;
      for (const [, file] of html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)) {
        bytes += sizes.get(join(dist, file ?? '')) ?? 0;
      }
      const kB = Math.round(bytes / 1000);
      console.log(`JavaScript that every page loads: ${kB} kB gzip (at most ${limit})`);
      if (kB > limit) throw new Error('too much JavaScript for the first page');
    },
  };
}
