import { describe, expect, it } from 'vitest';
import { render } from '#lib/ui/text/markdown.ts';
import { t } from '../texts.ts';
import { withTerms } from '../words.ts';
import { readPages } from './pages.server.ts';
import { place, PLACE_NAMES, placesIn, shownPage, type PlaceName, type Statements } from './places.ts';

// As they are read, with a word for every term.
const pages = Object.fromEntries(
	Object.entries(readPages('de').fixed).map(([address, { body, ...page }]) => [
		address,
		{ ...page, body: withTerms(body, () => '- X') }
	])
);
const FOLLOWS = t.pages.unfinished.follows;

const page = (body: string) => ({ title: 'T', lead: 'L', body, review: null });
const shown = (body: string, statements: Statements = {}, team = false) => shownPage(page(body), statements, team).body;
const FULL = Object.fromEntries(PLACE_NAMES.map((name) => [name, `[[${name}]]`]));

describe('what the operator has not written', () => {
	it.each([
		[`Wir helfen. Wo: ${place('cardPlaces')}`, 'Wir helfen.'],
		[`- Telefon: ${place('helpPhone')}\n- Fehlt etwas?`, '- Fehlt etwas?'],
		[`- Wollen Sie das? Sagen Sie es: ${place('deafContact')}`, ''],
		[`# Hilfe\n\n- Post: ${place('helpPost')}\n\n# Karten\n\nDa.`, '# Karten\n\nDa.'],
		[`# Hilfe\n\nAnruf: ${place('authorityPhone')}`, `# Hilfe\n\n\n${FOLLOWS}\n`],
		[`A: ${place('authority')}\n\nB: ${place('authorityPost')}`, `\n${FOLLOWS}\n\n`],
		[`Ergebnis: ${place('accessAudit')}`, '\nEine unabhängige Prüfung gibt es noch nicht.\n']
	])('%j is read as %j', (body, read) => expect(shown(body)).toBe(read));

	it('is shown to the team, with what is missing', () => {
		const { body, open } = shownPage(page(`Wo: ${place('cardPlaces')}`), {}, true);
		expect(body).toBe('Wo: **[Bitte eintragen: Orte, an denen es Karten gibt]**');
		expect(open).toEqual(['Orte, an denen es Karten gibt']);
		expect(shownPage(page(`Wo: ${place('cardPlaces')}`), {}, false).open).toEqual([]);
	});

	it('stands where it belongs once it is written: an address keeps its lines, a sentence stays one', () => {
		const said = { authorityPost: 'Straße 1\n12345 Stadt', helpPost: 'Straße 1\n12345 Stadt' };
		expect(shown(`\n${place('authorityPost')}\n`, said)).toBe('\nStraße 1  \n12345 Stadt\n');
		expect(shown(`- Brief: ${place('helpPost')}`, said)).toBe('- Brief: Straße 1, 12345 Stadt');
	});

	it('cannot name another place', () => {
		expect(shown(place('helpPhone'), { helpPhone: place('helpMail') })).not.toContain('{{');
	});
});

describe.each(Object.entries(pages))('%s', (_, text) => {
	it('shows nobody outside the team that something is missing, and leaves no heading without a word', () => {
		const { body, open } = shownPage(text, {}, false);
		expect(body).not.toMatch(/Bitte eintragen|\{\{|: *$(?!\n+(?:- |1\.))/m);
		expect(body).not.toMatch(/^# .*\n+(?=# |$(?![\s\S]))/m);
		expect(open).toEqual([]);
		expect(render(body, { base: 2 })).toContain('<p>');
	});

	it('holds everything that was filled in, and nothing else has changed', () => {
		const { body, open } = shownPage(text, FULL, true);
		for (const name of placesIn(text)) expect(body).toContain(`[[${name}]]`);
		expect(open).toEqual([]);
		const back = body.replace(/\[\[(\w+)\]\]/g, (_, name: PlaceName) => place(name));
		expect(back).toBe(text.body);
	});
});

it('every place stands on one page', () => {
	const all = Object.values(pages).flatMap(placesIn);
	expect(all.toSorted()).toEqual(PLACE_NAMES.toSorted());
});
