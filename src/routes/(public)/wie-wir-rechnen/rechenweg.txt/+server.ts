import { sendText } from '#lib/server/http/conditional.ts';

/** The very code that computes the landscape here, as it was built: nobody has to look for it elsewhere. */
const files = import.meta.glob<string>(['/src/lib/opinion/**/*.ts', '!/src/lib/opinion/**/*.{test,server}.ts'], {
	query: '?raw',
	import: 'default',
	eager: true
});
const text = Object.entries(files)
	.sort(([one], [other]) => (one < other ? -1 : 1))
	.map(([path, source]) => `// ${path.slice(1)}\n\n${source}`)
	.join('\n\n');

export const GET = ({ request }) =>
	sendText(request, text, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' });
