import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORK_AREAS } from '../people/staff/workAreas.ts';
import { readPages } from '../texts/pages/pages.server.ts';
import { t } from '../texts/texts.ts';
import { render } from '../ui/text/markdown.ts';
import { CHAPTERS, sectionsOf } from './chapter.ts';
import { pictureFile, PICTURES } from './picture.ts';
import { helpHref, PLACES, placeOf } from './place.ts';

const { handbook, fixed } = readPages('de');
const sections = Object.fromEntries(Object.entries(handbook).map(([slug, { body }]) => [slug, sectionsOf(body)]));
const anchors = new Set(
	Object.entries(sections).flatMap(([slug, all]) => all.map(({ anchor }) => `${slug}#${anchor}`))
);
const routes = globSync('src/routes/**/+{page.svelte,server.ts}')
	.map((file) => dirname(file).slice('src/routes'.length))
	.map((folder) => folder.replace(/\/\([^)]+\)/g, '') || '/');

describe.each(Object.entries(handbook))('chapter %s', (slug, page) => {
	it('is set with headings below that of the page, each with its own anchor and something to say', () => {
		for (const { body, title } of sections[slug] ?? []) {
			expect(render(body, { base: 3 }), title).toMatch(/<(p|ul|ol)>/);
			expect(render(body, { base: 3 }), title).not.toMatch(/<h\d/);
		}
		expect(page.body.split(/^# /m)[0]?.trim(), 'before the first heading').toBe('');
		const names = (sections[slug] ?? []).map(({ anchor }) => anchor);
		expect([names.length > 3, new Set(names).size]).toEqual([true, names.length]);
	});

	it('is written in short sentences', () => {
		const plain = page.body
			.replace(/```[\s\S]*?```/g, '')
			.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
			.replace(/`[^`]*`/g, 'X')
			.replace(/[*#>]/g, '');
		const sentences = plain.split(/[.!?:]\s|\n/).map((sentence) => sentence.trim().split(/\s+/));
		expect(sentences.filter((words) => words.length > 20).map((words) => words.join(' '))).toEqual([]);
	});

	it('links to pages that are there', () => {
		const links = [...page.body.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
		const dead = links.filter((link) => {
			const [path = '', anchor] = link.split('#');
			const chapter = /^\/werkstatt\/handbuch\/(\w+)$/.exec(path)?.[1];
			if (chapter !== undefined)
				return anchor === undefined ? !handbook[chapter] : !anchors.has(`${chapter}#${anchor}`);
			return !routes.includes(path) && !Object.hasOwn(fixed, path.slice(1));
		});
		expect(dead).toEqual([]);
	});
});

describe('in English', () => {
	const english = readPages('en').handbook;

	it('there are the same chapters', () => {
		expect(Object.keys(english).toSorted()).toEqual(Object.keys(handbook).toSorted());
	});

	it.each(Object.keys(handbook))('chapter %s has the same sections, to which the same links lead', (slug) => {
		const said = sectionsOf(english[slug]?.body ?? '');
		expect(said.map(({ anchor }) => anchor)).toEqual((sections[slug] ?? []).map(({ anchor }) => anchor));
		expect(said.filter(({ title, body }) => title.includes('{#') || body.trim() === '')).toEqual([]);
		const links = (text = '') => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link).toSorted();
		expect(links(english[slug]?.body)).toEqual(links(handbook[slug]?.body));
	});
});

it('every chapter has its place in the order, and the other way round', () => {
	expect(Object.keys(handbook).toSorted()).toEqual(CHAPTERS.map(({ slug }) => slug).toSorted());
});

describe('pages of the workshop', () => {
	const workshop = routes.filter((route) => `${route}/`.startsWith('/werkstatt/'));

	it.each(workshop)('%s says where it is described, and that is there', (route) => {
		const place = placeOf(route);
		expect(place).not.toBeNull();
		expect(anchors).toContain(`${place?.chapter}#${place?.anchor}`);
		// The overview is described for itself only: it is not where a new desk may fall back to.
		expect(place === PLACES.get('') && route !== '/werkstatt', 'no part is about this page').toBe(false);
		expect(helpHref(route)).toBe(`/werkstatt/handbuch/${place?.chapter}#${place?.anchor}`);
	});

	it('are all there: no part is promised for a page that is gone', () => {
		const gone = [...PLACES.keys()].filter(
			(rest) => !workshop.includes(rest === '' ? '/werkstatt' : `/werkstatt/${rest}`)
		);
		expect(gone).toEqual([]);
		expect(WORK_AREAS.filter(({ slug }) => !PLACES.has(slug))).toEqual([]);
	});

	it('elsewhere, and where there is no page, the whole handbook is offered', () => {
		for (const route of [null, '/', '/beitraege', '/werkstattt']) expect(helpHref(route)).toBe('/werkstatt/handbuch');
	});
});

describe('the sections of a text', () => {
	it('are named by the place their heading begins with', () => {
		const all = sectionsOf('\n# Für Ältere: groß & klein\n\nA.\n\n# ???\n\nB.\n\n# Für ältere\n\nC.\n');
		expect(all.map(({ anchor }) => anchor)).toEqual(['fuer-aeltere', 'abschnitt', 'fuer-aeltere-2']);
		expect(all[0]).toMatchObject({ title: 'Für Ältere: groß & klein', body: 'A.' });
	});

	it('are named by what their heading says', () => {
		const [one] = sectionsOf('# Inbox: Screening {#eingang}\n\nA.');
		expect(one).toEqual({ anchor: 'eingang', title: 'Inbox: Screening', body: 'A.' });
	});

	it('of a text without headings there are none', () => expect(sectionsOf('Nur ein Satz.')).toEqual([]));
});

describe('pictures', () => {
	it('stand at sections that are there, each with its file and words for those who do not see it', () => {
		for (const { name, address } of PICTURES) {
			expect(anchors, name).toContain(name.replace('-', '#'));
			expect(routes, name).toContain(address);
			expect(readFileSync(pictureFile(name)).subarray(8, 12).toString(), name).toBe('WEBP');
			expect(t.handbook.pictures[name]).toMatch(/^Bild: .+\.$/);
		}
	});
});
