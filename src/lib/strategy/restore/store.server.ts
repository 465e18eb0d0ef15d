import type { Insertable } from 'kysely';
import { digestOf } from '../../canonical.ts';
import type { Instant } from '../../time.ts';
import type { Tables } from '../../server/db/tables.ts';
import type { Db } from '../../server/app.ts';
import type { SealedVersion } from '../frozen/frozenText.ts';

interface Version {
	id: string;
	previousId: string | null;
	sealed: SealedVersion;
	frozen: string;
	digest: string;
	textNow: string | null;
}

export async function addVersion(db: Db, version: Version, now: Instant): Promise<void> {
	const { id, previousId, sealed, frozen, digest, textNow } = version;
	const { number, consultation: consultationId, kind, title, preamble, publishedAt, easy } = sealed;
	await db
		.insertInto('versions')
		.values({
			...{ id, number, consultationId, previousId, kind, title, preamble, easy, frozen, digest, publishedAt },
			...{ createdBy: null, publishedBy: null, createdAt: publishedAt, restoredAt: now },
			...{ textNow, digestNow: textNow === null ? null : digestOf(textNow) },
			numbers: JSON.stringify(sealed.numbers),
			waived: JSON.stringify(sealed.waived),
			understood: JSON.stringify(sealed.understood),
			represented: sealed.represented && JSON.stringify(sealed.represented),
			board: sealed.board && JSON.stringify(sealed.board),
			omitted: sealed.omitted && JSON.stringify(sealed.omitted)
		})
		.execute();
}

export async function addPoint(db: Db, row: Tables['points']): Promise<void> {
	await db.insertInto('points').values(row).execute();
}

interface Wording {
	id: string;
	pointId: string;
	fieldId: string;
	title: string;
	body: string;
	at: Instant;
}

export async function addWording(db: Db, { at, ...row }: Wording): Promise<void> {
	await db
		.insertInto('wordings')
		.values({ ...row, writtenBy: null, writtenAt: at, frozenAt: at })
		.execute();
}

type Standing = Insertable<Tables['versionPoints']>;

export async function addVersionPoint(db: Db, row: Standing): Promise<void> {
	await db.insertInto('versionPoints').values(row).execute();
}

export async function addSource(db: Db, row: Tables['sources']): Promise<void> {
	await db.insertInto('sources').values(row).execute();
}

export async function addMeasure(db: Db, row: Tables['measures']): Promise<void> {
	await db.insertInto('measures').values(row).execute();
}

export async function addLineage(db: Db, row: Tables['lineages']): Promise<void> {
	await db.insertInto('lineages').values(row).execute();
}

export async function addNote(db: Db, row: Tables['changeNotes']): Promise<void> {
	await db.insertInto('changeNotes').values(row).execute();
}

export async function addDrop(db: Db, row: Tables['drops']): Promise<void> {
	await db.insertInto('drops').values(row).execute();
}

export async function addAmendmentSource(db: Db, row: Tables['amendmentSources']): Promise<void> {
	await db.insertInto('amendmentSources').values(row).execute();
}

interface Gone {
	id: string;
	number: number;
	consultationId: string;
	pointId: string;
	wordingId: string;
	at: Instant;
}

/** An amendment of which only the number is told. Returns its id. */
export async function goneAmendment(db: Db, { at, ...row }: Gone): Promise<string> {
	const known = await db.selectFrom('amendments').select('id').where('number', '=', row.number).executeTakeFirst();
	if (known) return known.id;
	const words = { title: '', body: '', reason: '', authorName: '', authorGroup: 'none' };
	const nobody = { authorId: null, organisationId: null, decidedBy: null, decidedAt: null };
	const never = { rejectedAt: null, redactedAt: null, withdrawnAt: null };
	const none = { outcome: null, outcomeReason: null, outcomeVersionId: null };
	await db
		.insertInto('amendments')
		.values({ ...row, ...words, ...nobody, ...never, ...none, createdAt: at, publishedAt: at, hiddenAt: at })
		.execute();
	return row.id;
}
