import type { Plugin } from 'vite';

const tag = /graphql`\s*(?:#[^\n]*\n\s*)*(?:query|mutation|subscription|fragment)\s+(\w+)[^`]*`/g;

/** Puts in place of each graphql`…` tag an import of the artifact that relay-compiler wrote for it. */
export function relay(artifacts: string): Plugin {
  return {
    name: 'relay',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: 'graphql`' },
      handler(code) {
        const names = new Set<string>();
        const out = code.replace(tag, (text, name: string) => {
          names.add(name);
          return `__relay_${name}${'\n'.repeat(text.split('\n').length - 1)}`; // the line numbers stay
        });
        const imports = [...names].map((name) => `import __relay_${name} from '${artifacts}/${name}.graphql';`);
        return { code: imports.join('') + out, map: null };
      },
    },
  };
}
