import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname);
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('__generated__'))
  .map((file) => join(src, file));

/** The part of the app that a file belongs to: `app`, `components`, `features/offers`, … */
function partOf(file: string): string {
  const [first = '', second = ''] = relative(src, file).split('/');
  return first === 'features' ? `features/${second}` : first;
}

function* imports(): Generator<{ file: string; from: string; to: string }> {
  for (const file of files) {
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const target = resolve(dirname(file), path);
      yield { file: relative(src, file), from: partOf(file), to: partOf(target) };
    }
  }
}

/** What each part may import besides itself. Features never import features; app may import all. */
const allowed: Record<string, string[]> = {
  lib: [],
  graphql: ['lib', '__generated__'],
  components: ['graphql', 'lib', '__generated__'],
  feature: ['components', 'graphql', 'lib', '__generated__'],
};

it('imports run one way: app → features → components → graphql → lib', () => {
  const wrong = [...imports()]
    .filter(({ file, from, to }) => {
      if (/\.test\.tsx?$/.test(file) && to === 'testing') return false;
      const rule = allowed[from.startsWith('features/') ? 'feature' : from];
      return rule && from !== to && !rule.includes(to);
    })
    .map(({ file, to }) => `${file} imports ${to}`);
  expect(wrong).toEqual([]);
});

it('sees the imports at all', () => {
  const seen = [...imports()].map(({ from, to }) => `${from} → ${to}`);
  expect(seen).toContain('app → features/home');
  expect(seen).toContain('components → graphql');
});

it('there are no index files', () => {
  expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
});
