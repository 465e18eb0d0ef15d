import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import type { Person } from '#lib/people/person.ts';
import type { Proposal } from '#lib/proposals/proposals.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { TestApp } from '../machine/testApp.ts';

/**
 * A version as it lies in the tables, without the way there: for rooms that read versions and must not fail with the
 * room that writes them. Its digest is no real one.
 */
export interface PublishedVersion {
	id: string;
	number: number;
	points: { id: string; wordingId: string; number: number; title: string }[];
}

export interface VersionWish {
	number: number;
	titles: readonly string[];
	/** Contributions behind the first point. */
	sources?: readonly string[];
	published?: boolean;
}

export async function putVersion(
	testApp: Pick<TestApp, 'as' | 'consultationId' | 'now' | 'fieldIds'>,
	wish: VersionWish
): Promise<PublishedVersion> {
	const id = newId();
	const { consultationId, now } = testApp;
	const points = wish.titles.map((title, index) => {
		return { id: newId(), wordingId: newId(), number: wish.number * 100 + index, title };
	});
	await transaction(testApp.as(null), async ({ db }) => {
		const numbers = { contributions: 0, answered: 0, unanswered: 0, byGroup: noGroups, points: points.length };
		const frozen = wish.published === false ? {} : { publishedAt: now, digest: `digest ${wish.number}` };
		await db
			.insertInto('versions')
			.values({
				...{ id, number: wish.number, consultationId, previousId: null, kind: 'draft', createdAt: now },
				...{ title: `Fassung ${wish.number}`, preamble: '', createdBy: null, publishedBy: null },
				...{ publishedAt: null, digest: null, numbers: JSON.stringify(numbers), ...frozen }
			})
			.execute();
		for (const [position, { id: pointId, wordingId, number, title }] of points.entries()) {
			await db.insertInto('points').values({ id: pointId, number, consultationId, createdAt: now }).execute();
			await db
				.insertInto('wordings')
				.values({
					...{ id: wordingId, pointId, fieldId: testApp.fieldIds[0], title, body: `Wir wollen: ${title}` },
					...{ writtenBy: null, writtenAt: now, frozenAt: now }
				})
				.execute();
			const place = { versionId: id, pointId, wordingId, position, editorialNote: null };
			await db.insertInto('versionPoints').values(place).execute();
		}
		const first = points[0];
		for (const proposalId of first ? (wish.sources ?? []) : []) {
			const source = { versionId: id, pointId: first?.id ?? '', proposalId, relation: 'adopts', note: null };
			await db.insertInto('sources').values(source).execute();
		}
	});
	return { id, number: wish.number, points };
}

const noGroups = { affected: 0, practice: 0, research: 0, none: 0 };

/** A contribution that moderation has published. */
let written = 0;

export async function putProposal(
	testApp: TestApp,
	author: Person,
	title = 'Mehr kleine Wohnungen'
): Promise<Proposal> {
	const id = newId();
	const number = await proposals.submit(testApp.as(author), testApp.consultationId, {
		...{ id, kind: 'proposal', field: 'wohnen', title, evidence: '' },
		// Nobody's text counts twice, so each is another one.
		body: `Wir brauchen Wohnungen, die man auch mit wenig Geld bezahlen kann. Das ist Grund ${++written}.`
	});
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return proposals.byNumber(testApp.as(null), number);
}
