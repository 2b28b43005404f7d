// Audits a GraphQL endpoint against the GraphQL over HTTP specification, by the suite of graphql-http:
//   node audit/graphql-http.mjs http://localhost:8080/graphql
// Prints a line for each audit that fails, then a summary; succeeds only if every audit passes. Some audits ask for the
// schema, so the endpoint must take the caller for somebody who is signed in: the cookie may be given in COOKIE.
import { auditServer } from 'graphql-http';

const url = process.argv[2];
if (!url) {
  process.stderr.write('Which URL? node audit/graphql-http.mjs http://localhost:8080/graphql\n');
  process.exit(2);
}
const cookie = process.env.COOKIE;
const fetchFn = (target, init = {}) => fetch(target, cookie ? { ...init, headers: { ...init.headers, cookie } } : init);

const results = await auditServer({ url, fetchFn });
const failed = results.filter(({ status }) => status !== 'ok');
for (const { id, name, reason } of failed) process.stdout.write(`FAIL ${id} ${name}: ${reason}\n`);
const count = (level) => {
  const all = results.filter(({ name }) => name.startsWith(level));
  return `${level} ${all.filter(({ status }) => status === 'ok').length}/${all.length}`;
};
process.stdout.write(`${['MUST', 'SHOULD', 'MAY'].map(count).join(', ')} of ${results.length} audits\n`);
process.exit(failed.length === 0 ? 0 : 1);
