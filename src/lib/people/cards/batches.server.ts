import { randomInt } from 'node:crypto';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, obey } from '../../verdict.ts';
import { mayIssueCards, mayIssueThis, mayRevoke, type Batch, type BatchInput } from './batch.ts';
import { cardNumber } from '../places/place.ts';
import { placeFor } from '../places/places.server.ts';
import { nextNumbers } from '../../server/db/counters.ts';
import { makeCode, showCode } from './cardCode.ts';
import { LanguageName, type Language } from '../details/language.ts';
import { GroupName } from '../person.ts';
import * as access from './access.store.server.ts';
import * as store from './batches.store.server.ts';
import { organisationNamed } from '../organisations/store.server.ts';
import { DAY, later } from '../../time.ts';

export interface Issued {
	label: string;
	/** With hyphens, as printed. */
	codes: string[];
	/** As printed, one for each code. */
	numbers: string[];
	/** The cards speak for it. */
	organisation: string | null;
	validUntil: string;
	language: Language;
}

/** Makes a batch of cards. The codes are returned once, to be printed, and kept nowhere. Refused: batchKnown. */
export async function issue(ctx: Ctx, form: BatchInput): Promise<Issued> {
	const codes = Array.from({ length: form.size }, () => makeCode(randomInt));
	const hashes = codes.map((code) => ctx.app.keys.digest('card', code));
	const validUntil = later(ctx.now, form.days * DAY);
	const numbers = await transaction(ctx, async (ctx) => {
		// Whoever has the command line is the operator; everybody else needs the right.
		if (ctx.via !== 'command') obey(mayIssueCards(ctx.person));
		obey(mayIssueThis({ known: (await store.batchById(ctx.db, form.id)) !== undefined }));
		const { id, label, size, organisation, language } = form;
		// Organisations speak for themselves and are counted in no group.
		const group = organisation ? 'none' : form.group;
		const organisationId = organisation ? await organisationNamed(ctx.db, organisation, ctx.now) : null;
		const issuedBy = ctx.person?.id ?? null;
		const place = await placeFor(ctx, form.place);
		const batch = { id, label, group, organisationId, language, size, issuedBy, validUntil, placeId: place.id };
		await store.addBatch(ctx.db, batch, ctx.now);
		const first = await nextNumbers(ctx, `card ${place.id}`, hashes.length);
		await store.addCards(ctx.db, { batchId: id, placeId: place.id, first }, hashes, ctx.now);
		await record(ctx, { verb: 'batch.issued', subjectId: id, details: { label, size } });
		return hashes.map((_, index) => cardNumber({ number: first + index, placeCode: place.code }));
	});
	const organisation = form.organisation || null;
	return {
		label: form.label,
		codes: codes.map(showCode),
		numbers,
		organisation,
		validUntil,
		language: form.language ?? 'de'
	};
}

/** Newest first. */
export async function all(ctx: Ctx): Promise<Batch[]> {
	obey(mayIssueCards(ctx.person));
	const rows = await store.batchRows(ctx.db);
	return rows.map(({ language, ...row }) => ({
		...{ ...row, group: GroupName.parse(row.group), used: row.used ?? 0 },
		language: LanguageName.parse(language)
	}));
}

/** No card of it opens anything any more: whoever came in with one is signed out, and no mail or feed goes on. Twice is once. */
export async function revoke(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayRevoke(ctx.person));
		const batch = found(await store.batchById(ctx.db, id), 'batch');
		if (batch.revokedAt) return;
		await store.revokeBatch(ctx.db, id, ctx.now);
		await access.endAccessOfBatch(ctx.db, id);
		await record(ctx, { verb: 'batch.revoked', subjectId: id, details: { label: batch.label } });
	});
}
