// Writes schema.graphql: the whole API in one file, its types by name, for relay-compiler and for integrators.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildASTSchema, concatAST, extendSchema, parse, print, printSchema, Source, validateSchema } from 'graphql';

const from = new URL('../../graph/schema/', import.meta.url);
const to = new URL('../schema.graphql', import.meta.url);

const { definitions } = concatAST(
  readdirSync(from)
    .filter((name) => name.endsWith('.graphqls'))
    .sort()
    .map((name) => parse(new Source(readFileSync(new URL(name, from), 'utf8'), name))),
);
const isExtension = ({ kind }) => kind.endsWith('Extension');
const document = (nodes) => ({ kind: 'Document', definitions: nodes });

const types = definitions.filter((d) => !isExtension(d)).map((d) => d.name?.value);
const twice = types.find((name, i) => types.indexOf(name) !== i);
if (twice) throw new Error(`two types are called ${twice}`);

// Roots may begin empty (`type Mutation`) and get their fields by extensions: so they are checked at the end.
const base = buildASTSchema(document(definitions.filter((d) => !isExtension(d))), { assumeValidSDL: true });
const schema = extendSchema(base, document(definitions.filter(isExtension)));
const errors = validateSchema(schema);
if (errors.length > 0) throw new AggregateError(errors, errors.join('\n'));

const nameOf = (definition) => definition.name?.value ?? '';
const whole = parse(printSchema(schema), { noLocation: true });
const sorted = [...whole.definitions].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
writeFileSync(to, `${print(document(sorted))}\n`);
