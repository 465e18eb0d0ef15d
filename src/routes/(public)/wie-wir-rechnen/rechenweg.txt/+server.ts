import { sendText } from '#lib/server/http/conditional.ts';

/** The very code that computes here whatever no table can be added up to, as it was built: nobody has to look elsewhere. */
const files = import.meta.glob<string>(
	[
		'/src/lib/opinion/**/*.ts',
		'/src/lib/representation/audit/*.ts',
		'/src/lib/priorities/shares/*.ts',
		'/src/lib/canonical.ts',
		'!/src/lib/**/*.{test,server}.ts'
	],
	{ query: '?raw', import: 'default', eager: true }
);
const text = Object.entries(files)
	.sort(([one], [other]) => (one < other ? -1 : 1))
	.map(([path, source]) => `// ${path.slice(1)}\n\n${source}`)
	.join('\n\n');

export const GET = ({ request }) =>
	sendText(request, text, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' });
