import { expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { together } from '#lib/server/db/together.ts';
import { NotFound } from '#lib/verdict.ts';
import { putProposal, putVersion } from '../../../tests/support/published.ts';
import { sayAloud, words } from '../../../tests/support/square.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as data from './data.server.ts';

const blackened = { deed: 'redact', title: '[geschwärzt]', body: '[geschwärzt]', evidence: null } as const;
const later = (town: Town, minutes: number) => town.at(new Date(Date.parse(town.now) + minutes * 60_000).toISOString());
const rowsIn = async (town: Town) =>
	JSON.stringify(await town.house.reader.selectFrom('dataParts').selectAll().execute());

interface Said {
	author: string;
	contribution: string;
	comment: string;
}

const ENDS: [string, (ctx: Ctx, said: Said) => Promise<unknown>][] = [
	['taken back', (ctx, { contribution }) => proposals.forget(ctx, contribution)],
	['hidden', (ctx, { contribution }) => proposals.screened(ctx, contribution, { deed: 'hide' })],
	['blackened', (ctx, { contribution }) => proposals.screened(ctx, contribution, blackened)],
	['no longer for the public', (ctx, { author }) => proposals.withhold(ctx, author)],
	['a comment taken back', (ctx, { comment }) => comments.forget(ctx, comment)]
];

it.each(ENDS)(
	'words that are %s are in no edition any more, old or new, and the next one comes at once',
	async (_, end) => {
		const town = await makeTown();
		await putVersion(town, { number: 1, titles: ['Mehr Beratung'] });
		const [author, other] = [await town.person(), await town.person()];
		const { id: contribution } = await putProposal(town, author, 'Kruse und ich');
		const { number } = await putProposal(town, other);
		const comment = await sayAloud(town, number, other, words({ body: 'Das sagt auch Frau Kruse.' }));
		later(town, 10);
		await data.publishEdition(town.as(null));
		later(town, 24 * 60);
		await putProposal(town, other);
		expect(await data.publishEdition(town.as(null))).toBe(2);
		const before = (await rowsIn(town)).split('Kruse').length;

		later(town, 10);
		await together(town.as(null), (ctx) => end(ctx, { author: author.id, contribution, comment }));
		const ctx = town.as(null);
		const first = await data.edition(ctx, 1);
		const givenOut = data.expectGivenOut(ctx, { number: 1, at: first?.at ?? '' }, { slug: 'beitraege', rows: 2 });
		await expect(givenOut).rejects.toThrow(NotFound);
		for (const slug of ['beitraege', 'kommentare'] as const)
			await expect(data.page(ctx, slug, 1)).rejects.toThrow(NotFound);
		expect((await data.page(ctx, 'punkte', 1)).rows).toHaveLength(1);

		later(town, 2);
		expect(await data.publishEdition(town.as(null))).toBe(3);
		expect(await data.publishEdition(town.as(null))).toBeNull();
		expect((await data.page(town.as(null), 'beitraege', 1)).edition).toBe(3);
		// Of two words in two editions the other one stands in the new edition only.
		expect((await rowsIn(town)).split('Kruse').length).toBe(1 + (before - 1) / 4);
	}
);
