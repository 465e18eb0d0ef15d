import { beforeAll, expect, it } from 'vitest';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as news from '#lib/news/news.server.ts';
import type { Person } from '#lib/people/person.ts';
import { SearchQuery } from '#lib/search/query.ts';
import * as search from '#lib/search/search.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { StaffQuery } from '#lib/staffSearch/staffSearch.ts';
import * as staffSearch from '#lib/staffSearch/staffSearch.server.ts';
import { putProposal, putVersion } from '../../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { sayAloud, screen, words } from '../../../../tests/support/opinion/square.ts';
import { propose } from '../../../../tests/support/strategy/amended.ts';
import * as data from '../data.server.ts';

/** Everywhere a comment can be read asks the same: nowhere less than elsewhere, and nowhere more. */

const WORD = 'Zaunkönig';
const body = `Der ${WORD} sagt das auch.`;

let testApp: TestApp;
let author: Person;
let editor: Person;
let proposal: string;
let amendment: string;
let underProposal: string;
let underAmendment: string;

beforeAll(async () => {
	testApp = await makeTestApp();
	const { points } = await putVersion(testApp, { number: 1, titles: ['Mehr Beratung'] });
	[author, editor] = [await testApp.person(), await testApp.person('none', { roles: ['editor'] })];
	const other = await testApp.person();
	const put = await putProposal(testApp, author, 'Beratung im Dorf');
	proposal = put.id;
	underProposal = await sayAloud(testApp, put.number, other, words({ body }));
	const proposed = await propose(testApp, points[0]?.number ?? 0, author);
	amendment = proposed.id;
	await transaction(testApp.as(null), (ctx) => amendments.screened(ctx, amendment, { deed: 'publish' }));
	const form = words({ body });
	await comments.write(testApp.as(other), (ctx) => amendments.subjectOf(ctx, proposed.number), form);
	await screen(testApp, form.id);
	underAmendment = form.id;
	await data.publishEdition(testApp.as(null));
	await search.indexComments(testApp.as(null));
	await staffSearch.indexForStaff(testApp.as(null));
});

const times = (text: string) => text.split(WORD).length - 1;

async function inEdition(): Promise<number> {
	let text = '';
	for await (const piece of data.textOf(testApp.as(null), 1, 'kommentare', 'csv')) text += piece;
	return times(text);
}

async function forTheNext(): Promise<number> {
	let found = 0;
	for await (const page of comments.published(testApp.as(null), 100)) found += page.length;
	return found;
}

/** How many of the two comments each place gives out. */
async function everywhere(): Promise<Record<string, number>> {
	const found = await search.search(testApp.as(null), SearchQuery.parse({ q: WORD }));
	const forTeam = await staffSearch.search(testApp.as(editor), StaffQuery.parse({ q: WORD }));
	const told = await news.unseen(testApp.as(author));
	return {
		'an edition that has gone out': await inEdition(),
		'the next edition': await forTheNext(),
		search: found.comments.list.length,
		'the count of the search': Number(found.comments.count),
		'the search of the team': forTeam.list.length,
		'the count for the team': forTeam.count,
		'news of whom it answers': told.news.filter(({ kind }) => kind === 'reply').length
	};
}

const AT = '2026-03-01T10:00:00.000Z';
type Moment = 'publishedAt' | 'hiddenAt' | 'withheldAt' | 'withdrawnAt';
const CHANGES: [of: 'proposals' | 'amendments' | 'comments', moment: Moment, left: number][] = [
	['proposals', 'hiddenAt', 1],
	['proposals', 'withheldAt', 1],
	['proposals', 'publishedAt', 1],
	// Its place stays, with what others said there.
	['proposals', 'withdrawnAt', 2],
	['amendments', 'hiddenAt', 1],
	['amendments', 'withdrawnAt', 1],
	['amendments', 'publishedAt', 1],
	['comments', 'hiddenAt', 1],
	['comments', 'withdrawnAt', 1],
	['comments', 'publishedAt', 1]
];
const idOf = (of: 'proposals' | 'amendments' | 'comments') =>
	({ proposals: proposal, amendments: amendment, comments: underAmendment })[of];

async function set(of: 'proposals' | 'amendments' | 'comments', moment: Moment, at: string | null): Promise<void> {
	await transaction(testApp.as(null), ({ db }) =>
		db
			.updateTable(of)
			.set({ [moment]: at })
			.where('id', '=', idOf(of))
			.execute()
	);
}

it('while all is public, both are read everywhere', async () => {
	expect(underProposal).not.toBe(underAmendment);
	expect(new Set(Object.values(await everywhere()))).toEqual(new Set([2]));
});

it.each(CHANGES)('%s with another %s leave %i, whoever is asked', async (of, moment, left) => {
	const { publishedAt } = await testApp.app.reader
		.selectFrom(of)
		.select('publishedAt')
		.where('id', '=', idOf(of))
		.executeTakeFirstOrThrow();
	await set(of, moment, moment === 'publishedAt' ? null : AT);
	const found = await everywhere();
	await set(of, moment, moment === 'publishedAt' ? publishedAt : null);
	expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, left])));
});
