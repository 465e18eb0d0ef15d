import { crc32, deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasonSentence } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';
import { profileWith } from '../../../tests/support/profiles.ts';
import { contrast } from './look/contrast.ts';
import { DEFAULT_PROFILE } from './default.ts';
import {
	DistrictsForm,
	districtsState,
	GroupsForm,
	groupsState,
	LookForm,
	lookState,
	WordsForm,
	wordsState
} from './forms.ts';
import { inOrder } from './groups/group.ts';
import type { Profile } from './profile.ts';
import { readProfile, writeProfile } from './profileFile.ts';
import { mayChangeProfile, mayReplace } from './rules.ts';
import { PICTURE_BYTES, pictureFrom } from './look/picture.ts';
import { pngTrouble, shownPng } from './look/png.ts';
import { drawingOf, SVG_BYTES, svgTrouble } from './look/svg.ts';
import { profileText } from './words/profileText.ts';
import { FORMS, TERMS } from './words/term.ts';

const shipped = (name: string) => readFileSync(`src/profiles/${name}/profile.json`, 'utf8');

/** What the operator reads. */
function refusal(profile: unknown): string {
	try {
		readProfile(typeof profile === 'string' ? profile : JSON.stringify(profile));
	} catch (problem) {
		if (problem instanceof Refused) return reasonSentence(problem.reason, problem.facts);
		throw problem;
	}
	return 'taken';
}

const looking = (look: Partial<Profile['look']>) => ({
	...DEFAULT_PROFILE,
	look: { ...DEFAULT_PROFILE.look, ...look }
});
const svg = (inside: string, head = '') =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${head}>${inside}</svg>`;

describe('a file', () => {
	it.each(['nrw-armut', 'jugend-stadt'])('%s, which ships, is a profile and is written as it was read', (name) => {
		expect(JSON.parse(writeProfile(readProfile(shipped(name))))).toEqual(JSON.parse(shipped(name)));
	});

	it('with two groups or with six is taken', () => {
		for (const groups of [2, 3, 6]) expect(refusal(profileWith(groups))).toBe('taken');
	});

	it.each([
		['no JSON', 'groups: 2', /kein Profil/],
		['a list', '[]', /kein Profil/],
		['of a later program', { ...DEFAULT_PROFILE, format: 2, more: 1 }, /Format 2.*bis 1/],
		['with an unknown key', { ...DEFAULT_PROFILE, colour: '#000000' }, /nicht gibt: colour\./],
		[
			'with a misspelt key deep inside',
			{ ...DEFAULT_PROFILE, look: { ...DEFAULT_PROFILE.look, clain: 'x' } },
			/nicht gibt: look\.clain\./
		],
		['with one group', profileWith(1), /»groups« passt|»groups«.*zwei bis sechs/],
		['with seven groups', profileWith(7), /zwei bis sechs/],
		['with a group called like none', { ...DEFAULT_PROFILE, groups: named('none') }, /groups\.1\.key.*Kürzel/],
		['with a group called like every object has', { ...DEFAULT_PROFILE, groups: named('constructor') }, /Kürzel/],
		['with the same group twice', { ...DEFAULT_PROFILE, groups: named('seite-2') }, /dasselbe Kürzel/],
		['with a name that no sentence can hold', looking({ name: 'Teil {habe}' }), /look\.name.*Klammern/],
		['without a word', { ...DEFAULT_PROFILE, terms: { ...DEFAULT_PROFILE.terms, topic: undefined } }, /terms\.topic/],
		['with another form of address', { ...DEFAULT_PROFILE, address: 'Ihr' }, /address/],
		['with no colour', looking({ accent: { light: 'blue', dark: '#97afe1' } }), /accent\.light.*#2044aa/]
	])('%s is refused in one sentence', (_, file, sentence) => expect(refusal(file)).toMatch(sentence));

	it('whose colours are not told apart is refused with the figure', () => {
		expect(refusal(looking({ accent: { light: '#97afe1', dark: '#97afe1' } }))).toMatch(
			/#97afe1 ist auf #ffffff.*2,\d\d zu 1.*4,5 zu 1/
		);
		expect(refusal(looking({ accent: { light: '#2044aa', dark: '#2044aa' } }))).toMatch(/auf #000000.*2,\d\d zu 1/);
		const pale = profileWith(2).groups.map((group) => ({ ...group, colour: '#ffff00' }));
		expect(refusal({ ...DEFAULT_PROFILE, groups: pale })).toMatch(/#ffff00 ist auf #ffffff.*1,07 zu 1.*3 zu 1/);
	});
});

function named(key: string) {
	return profileWith(3).groups.map((group, at) => (at === 0 ? { ...group, key } : group));
}

it.each([
	['#000000', '#ffffff', 21],
	['#777777', '#ffffff', 4.48],
	['#2044aa', '#ffffff', 8.51]
])('the contrast of %s on %s is %s', (one, other, ratio) => {
	expect(contrast(one, other)).toBeCloseTo(ratio, 2);
	expect(contrast(other, one)).toBeCloseTo(ratio, 2);
});

describe('a logo', () => {
	it.each([
		['shapes', svg('<path d="M0 0h9v9z" fill="#123456"/><g><circle cx="1" cy="1" r="1"/></g>')],
		['a gradient of its own', svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#a"/>')],
		['styles', svg('<style>.a{fill:#123;stroke:url(#b)}</style><path class="a" d="M0 0"/>')],
		['a head', `<?xml version="1.0" encoding="UTF-8"?>\n${svg('<title>A &amp; B</title>')}`]
	])('with %s is taken', (_, text) => expect(svgTrouble(text)).toBeNull());

	it.each([
		['script', svg('<script>alert(1)</script>')],
		['script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
		['script of another namespace', svg('<svg:script>alert(1)</svg:script>')],
		['an event', svg('', ' onload="alert(1)"')],
		['an event in capitals', svg('<path ONCLICK="alert(1)"/>')],
		['HTML', svg('<foreignObject><body/></foreignObject>')],
		['a picture from elsewhere', svg('<image href="https://example.org/a.png"/>')],
		['a use from elsewhere', svg('<use xlink:href="https://example.org/a.svg#b"/>')],
		['a use of data', svg('<use href="data:image/svg+xml;base64,AAAA#a"/>')],
		['a link', svg('<a href="javascript:alert(1)"><path/></a>')],
		['a paint from elsewhere', svg('<rect fill="url(https://example.org/#a)"/>')],
		['a paint from elsewhere in a style', svg('<rect style="fill:url( \'//example.org/a\' )"/>')],
		['a sheet from elsewhere', svg('<style>@import "https://example.org/a.css";</style>')],
		['a sheet with escapes', svg('<style>.a{fill:\\75rl(https://example.org)}</style>')],
		['an animation of a link', svg('<set attributeName="href" to="javascript:alert(1)"/>')],
		['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`],
		['a doctype', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">${svg('')}`],
		['a sheet of instructions', `<?xml-stylesheet href="a.css"?>${svg('')}`],
		['a false namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"/>'],
		['marked text', svg('<style><![CDATA[.a{}]]></style>')],
		['a sheet parted by a comment', svg('<style>.a{fill:u/**/rl(//example.org)}</style>')],
		['a comment left between comments', drawingOf(svg('<style>.a{fill:u<!-<!-- -->- x -->rl(//a.b)}</style>'))],
		['a mask for everything', svg('<mask id="m"/><style>*{mask:url(#m)}</style>')],
		['an unknown attribute', svg('<path data-x="1"/>')]
	])('with %s is refused, by name', (_, text) => expect(svgTrouble(text)).toMatchObject({ kind: 'part' }));

	it.each([
		['nothing', ''],
		['text', 'Logo'],
		['HTML', '<html><svg/></html>'],
		['two pictures', svg('') + svg('')],
		['an open end', '<svg xmlns="http://www.w3.org/2000/svg"><path>'],
		['words after it', `${svg('')} alert(1)`]
	])('that is %s is none', (_, text) =>
		expect(svgTrouble(text)).toMatchObject({ kind: expect.stringMatching('form|part') })
	);

	const nested = (levels: number, made: (level: number) => string) =>
		svg(
			`<defs><g id="g0"><path d="M0 0"/></g>${Array.from({ length: levels }, (_, at) => made(at + 1)).join('')}</defs>`
		);
	const tenUses = (level: number) => `<g id="g${level}">${`<use href="#g${level - 1}"/>`.repeat(10)}</g>`;
	it.each([
		['uses of uses', nested(5, tenUses)],
		['uses of uses, many more', nested(40, tenUses)],
		['groups in groups', svg(`${'<g>'.repeat(9_000)}${'</g>'.repeat(9_000)}`)],
		['what uses itself', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')],
		[
			'masks of masks',
			nested(6, (level) => `<mask id="g${level}">${`<rect mask="url(#g${level - 1})"/>`.repeat(10)}</mask>`)
		],
		[
			'paths to clip by, in a style',
			nested(
				6,
				(at) => `<clipPath id="g${at}">${`<rect style="clip-path: url('#g${at - 1}')"/>`.repeat(10)}</clipPath>`
			)
		]
	])('of %s would take a browser for ever, and is refused', (_, text) =>
		expect(svgTrouble(text)).toEqual({ kind: 'work' })
	);
	it('with a part that is used often is taken', () => expect(svgTrouble(nested(2, tenUses))).toBeNull());

	it('of five megabytes is too large, and says how much it may be', () => {
		const large = svg(`<path d="${'M0 0'.repeat(1_250_000)}"/>`);
		expect(svgTrouble(large)).toEqual({ kind: 'size' });
		expect(refusal(looking({ logo: svg(`<path d="${'M0 0'.repeat(SVG_BYTES / 4)}"/>`) }))).toMatch(/höchstens 100 kB/);
		expect(refusal(looking({ logo: large }))).toMatch(/zu groß/);
		expect(refusal(looking({ shareImage: 'AAAA' }))).toMatch(/PNG/);
	});
});

describe('a picture to share', () => {
	const chunk = (name: string, data: Uint8Array) => {
		const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(named));
		return Buffer.concat([length, named, sum]);
	};
	const head = (width: number, height: number, colour = 2, depth = 8) => {
		const data = Buffer.alloc(13);
		data.writeUInt32BE(width, 0);
		data.writeUInt32BE(height, 4);
		data.set([depth, colour], 8);
		return data;
	};
	const png = (
		width: number,
		height: number,
		{ points = height * (1 + width * 3), more }: { points?: number; more?: Buffer[] } = {}
	) =>
		Buffer.concat([
			Buffer.from('89504e470d0a1a0a', 'hex'),
			...[chunk('IHDR', head(width, height)), ...(more ?? [])],
			...[chunk('IDAT', deflateSync(Buffer.alloc(points))), chunk('IEND', Buffer.alloc(0))]
		]);
	const trouble = (bytes: Uint8Array) => pngTrouble(Buffer.from(bytes).toString('base64'));

	it('is whole, and of a size that others show', () => {
		expect(trouble(png(1_200, 630))).toBeNull();
		expect(trouble(png(599, 630))).toBe('form');
		expect(trouble(png(1_200, 2_401))).toBe('form');
		const whole = png(1_200, 630);
		for (const end of [whole.length - 1, whole.length - 13, 200, 41, 33, 8, 0])
			expect(trouble(whole.subarray(0, end)), String(end)).toBe('form');
		expect(trouble(Buffer.concat([whole.subarray(0, 60), Buffer.alloc(200, 'x'), whole.subarray(60)]))).toBe('form');
	});

	it('has as many points as it says: fewer and more, even very many more, are none', () => {
		for (const points of [630 * 3_601 - 1, 630 * 3_601 + 1, 60_000_000])
			expect(trouble(png(1_200, 630, { points })), String(points)).toBe('form');
	});

	it('is shown without what it says of who made it', () => {
		const author = chunk('tEXt', Buffer.from('Author\0Erika Muster'));
		const shown = shownPng(png(1_200, 630, { more: [author] }));
		expect(shown.includes('Erika')).toBe(false);
		expect(shown).toEqual(png(1_200, 630));
		expect(shownPng(Buffer.from('no picture')).toString()).toBe('no picture');
	});
});

describe('what rests on a profile', () => {
	const three = profileWith(3);
	const nothing = { groups: [], votes: false, districts: [] };
	const renamed = { ...three, groups: three.groups.map((one) => ({ ...one, name: `${one.name}!` })).reverse() };
	it.each([
		['another list of groups before anybody came', profileWith(2), nothing, null],
		['fewer groups when nobody is in the one that goes', profileWith(2), { ...nothing, groups: ['seite-1'] }, null],
		['fewer groups when somebody is', profileWith(2), { ...nothing, groups: ['seite-3'] }, 'groupUsed'],
		['more groups before the first vote', profileWith(6), { ...nothing, groups: ['seite-1'] }, null],
		['more groups after it', profileWith(6), { ...nothing, votes: true }, 'groupsVoted'],
		['other names and another order after it', renamed, { ...nothing, groups: ['seite-1'], votes: true }, null],
		[
			'no districts, though somebody lives in one',
			{ ...three, districts: [] },
			{ ...nothing, districts: ['05315'] },
			'districtUsed'
		],
		['no districts, where nobody said so', { ...three, districts: [] }, nothing, null]
	])('%s', (_, after, used, because) => {
		const verdict = mayReplace(three, after, used);
		expect(verdict.ok ? null : verdict.because).toBe(because);
	});

	it.each([
		[null, 'signInFirst'],
		[['editor', 'publisher'], 'roleMissing'],
		[['admin'], null]
	])('is changed by admins only: %s', (roles, because) => {
		const verdict = mayChangeProfile(roles);
		expect(verdict.ok ? null : verdict.because).toBe(because);
	});
});

it('every term has every form, and no other', () => {
	for (const term of TERMS)
		for (const form of FORMS) expect(profileText(DEFAULT_PROFILE, `${term}.${form}`)).toBeTruthy();
	expect(profileText(DEFAULT_PROFILE, 'name')).toBe('Teilhabe NRW');
	expect(profileText(DEFAULT_PROFILE, 'authority')).toBe('Ministerium');
	expect(profileText(DEFAULT_PROFILE, 'authority.genitive')).toBe('des Ministeriums');
	for (const none of [
		'minister',
		'authority.plural',
		'authority.bare.bare',
		'constructor',
		'authority.constructor',
		''
	])
		expect(profileText(DEFAULT_PROFILE, none)).toBeNull();
});

it('what was frozen under other groups is told in the order of today, the others last', () => {
	expect(inOrder({ gone: 1, b: 2, a: 3, none: 4 }, ['a', 'b', 'c', 'none'])).toEqual(['a', 'b', 'none', 'gone']);
});

const blank = (row: number) =>
	['key', 'name', 'long', 'from', 'colour'].map((field) => [`${field}-${row}`, ''] as const);

describe('places in lines', () => {
	it.each([
		['with keys', '05; Neudorf\n06;Altdorf', ['05', '06'], ['Neudorf', 'Altdorf']],
		['from two columns of a table', '05\tNeudorf\r\n06\tAltdorf', ['05', '06'], ['Neudorf', 'Altdorf']],
		[
			'with names only',
			'Über dem Bach\n\nOst\nOst',
			['ueber-dem-bach', 'ost', 'ost-2'],
			['Über dem Bach', 'Ost', 'Ost']
		],
		['none', ' \n', [], []]
	])('%s', (_, lines, keys, names) => {
		const { districts } = DistrictsForm.parse({ revision: '1', towns: lines });
		expect([districts.map(({ key }) => key), districts.map(({ name }) => name)]).toEqual([keys, names]);
	});

	it.each([
		['Kürzel!; Neudorf', 'profileDistrictKey'],
		['05; Neudorf\n05; Altdorf', 'profileDistrictTwice'],
		['05;', 'missing'],
		[Array.from({ length: 601 }, (_, at) => `Ort ${at}`).join('\n'), 'profileDistrictCount']
	])('%# are refused beside the field', (list, message) => {
		const { error } = DistrictsForm.safeParse({ revision: '1', towns: list });
		expect(error?.issues).toMatchObject([{ path: ['towns'], message }]);
	});

	it('are counted before they get a key: fifty thousand of one name are refused as fast as 601', () => {
		const began = performance.now();
		const { error } = DistrictsForm.safeParse({ revision: '1', towns: 'a\n'.repeat(50_000) });
		expect(performance.now() - began).toBeLessThan(1000);
		expect(error?.issues).toMatchObject([{ path: ['towns'], message: 'profileDistrictCount' }]);
	});

	it('come back as they were shown', () => {
		const { districts } = DEFAULT_PROFILE;
		expect(DistrictsForm.parse({ revision: '1', ...districtsState(DEFAULT_PROFILE) }).districts).toEqual(districts);
	});
});

describe('a file of a drawing program', () => {
	const drawn = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">
<!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
 xmlns:sodipodi="http://sodipodi.example" viewBox="0 0 9 9" inkscape:version="1.3" sodipodi:docname="a.svg">
<sodipodi:namedview id="n"><inkscape:grid/></sodipodi:namedview><metadata><rdf:RDF/></metadata>
<path data-name="Fläche" d="M0 0h9v9z"/></svg>`;

	it('is taken without what only the program reads', () => {
		const taken = pictureFrom('logo', new TextEncoder().encode(drawn));
		expect(svgTrouble(taken)).toBeNull();
		expect(taken).toContain('<path d="M0 0h9v9z"/>');
		expect(taken).not.toMatch(/inkscape|sodipodi|metadata|DOCTYPE|data-name/);
	});

	it.each([
		'<!--',
		'<metadata>',
		'<metadata',
		'<sodipodi:namedview',
		'<sodipodi:namedview>',
		'<!DOCTYPE ',
		' data-a="'
	])('is read in no time, though it opens "%s" again and again and closes nothing', (opening) => {
		const began = performance.now();
		const taken = pictureFrom('logo', new TextEncoder().encode(opening.repeat(PICTURE_BYTES / opening.length)));
		expect(performance.now() - began).toBeLessThan(1000);
		expect(svgTrouble(taken)).not.toBeNull();
	});

	it('is not made harmless: what acts is refused still', () => {
		for (const part of [
			'<script>alert(1)</script>',
			'<image href="https://example.org/a.png"/>',
			'<path onclick="a()"/>'
		])
			expect(svgTrouble(drawingOf(svg(part)))).toMatchObject({ kind: 'part' });
		expect(
			svgTrouble(drawingOf('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'))
		).not.toBeNull();
	});
});

describe('the pages of the workshop', () => {
	const { groups } = DEFAULT_PROFILE;
	const typed = { revision: '3', ...groupsState(DEFAULT_PROFILE) };

	it('take back what they showed, unchanged', () => {
		expect(GroupsForm.parse(typed)).toEqual({ groups, seen: 3 });
		const words = WordsForm.parse({ revision: '3', ...wordsState(DEFAULT_PROFILE) });
		expect(words).toEqual({ terms: DEFAULT_PROFILE.terms, address: 'Sie', seen: 3 });
		const { look } = LookForm.parse({ revision: '3', ...lookState(DEFAULT_PROFILE) });
		expect({ ...DEFAULT_PROFILE.look, ...look }).toEqual(DEFAULT_PROFILE.look);
	});

	it.each([
		['a group without a name', { 'name-2': '' }, 'name-2', 'missing'],
		['a key with capitals', { 'key-1': 'Affected' }, 'key-1', 'profileGroupKey'],
		['the same key twice', { 'key-1': 'practice' }, 'key-1', 'profileGroupTwice'],
		['a colour that is none', { 'colour-3': 'blue' }, 'colour-3', 'colourWrong'],
		['one group only', Object.fromEntries([2, 3].flatMap((row) => blank(row))), 'key-1', 'profileGroupCount']
	])('say beside the field what is wrong: %s', (_, wrong, field, message) => {
		const { error } = GroupsForm.safeParse({ ...typed, ...wrong });
		expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toContainEqual([field, message]);
	});

	it('want every form of every word', () => {
		const { error } = WordsForm.safeParse({ revision: '0', ...wordsState(DEFAULT_PROFILE), 'dative-2': ' ' });
		expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['dative-2', 'missing']]);
	});
});
