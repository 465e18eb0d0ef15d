import * as consultations from '../consultations/consultations.server.ts';
import * as people from '../people/people.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import type { Document } from '../server/print/document.ts';
import { linkHash, newLinkToken } from '../server/linkToken.ts';
import { DAY, earlier, later, type Instant } from '../time.ts';
import { found, Gone, noWhen, obey, Refused } from '../verdict.ts';
import { draftPaper, drafts, type Draft } from './drafts.server.ts';
import { linkState, mayReadPreviews, mayShowDrafts, PreviewedName } from './preview.ts';
import type { LinkState, Previewed, PreviewInput } from './preview.ts';
import * as store from './store.server.ts';

export type { Draft } from './drafts.server.ts';

const SHOWN = 50;
/** After its end; who saw a draft is a matter of its weeks. */
const KEPT_DAYS = 90;

/** Shown once; only the digest of its end is kept. */
export interface Address {
	address: string;
	label: string;
	until: Instant;
}

export interface PreviewLink {
	id: string;
	kind: Previewed;
	/** null: it is published or gone. */
	draft: Draft | null;
	label: string;
	madeBy: string | null;
	madeAt: Instant;
	expiresAt: Instant;
	state: LinkState;
}

/** What can be shown around now, and who has got a link. Refused: signInFirst, roleMissing. */
export async function overview(ctx: Ctx): Promise<{ drafts: Draft[]; links: PreviewLink[] }> {
	obey(mayReadPreviews(ctx.person));
	const drafted = await drafts(ctx, await consultations.current(ctx));
	const rows = await store.all(ctx.db, SHOWN);
	const vouched = new Set<string | null>();
	for (const maker of new Set(rows.map(({ makerId }) => makerId))) if (await isVouched(ctx, maker)) vouched.add(maker);
	const links = rows.map(({ subjectKind, subjectId, expiresAt, revokedAt, makerId, ...link }) => {
		const kind = PreviewedName.parse(subjectKind);
		const draft = drafted.find((one) => one.kind === kind && one.id === subjectId) ?? null;
		const drafts = draft !== null && vouched.has(makerId);
		return { ...link, kind, draft, expiresAt, state: linkState({ expiresAt, revokedAt }, drafts, ctx.now) };
	});
	return { drafts: drafted, links };
}

/**
 * A link for one reader. Sent twice it is one, with the address made last; a form that says something else by now makes
 * no other link of it. Refused: signInFirst, roleMissing, previewNoDraft, previewOther.
 */
export async function make(ctx: Ctx, { id, subject, label, days }: PreviewInput): Promise<Address> {
	return transaction(ctx, async (ctx) => {
		obey(mayShowDrafts(ctx.person));
		const consultation = await consultations.current(ctx);
		const draft = (await drafts(ctx, consultation)).find((one) => one.kind === subject.kind && one.id === subject.id);
		if (!draft) throw new Refused('previewNoDraft');
		const known = await store.byId(ctx.db, id);
		if (known && known.madeBy !== signedIn(ctx).id) throw new Refused('previewNoDraft');
		if (known) obey(noWhen(!isSame(known, { subject, label, days }, ctx.now), 'previewOther'));
		const token = newLinkToken();
		const until = known?.expiresAt ?? later(ctx.now, days * DAY);
		await store.put(ctx.db, {
			...{ id, consultationId: consultation.id, subjectKind: subject.kind, subjectId: subject.id, label },
			...{ tokenHash: linkHash(token), madeBy: signedIn(ctx).id, madeAt: ctx.now, expiresAt: until }
		});
		const details: Record<string, number> = draft.number === null ? {} : { number: draft.number };
		if (!known) await record(ctx, { verb: 'preview.made', subjectId: id, consultationId: consultation.id, details });
		return { address: `${ctx.app.config.origin}/vorschau/${token}`, label, until };
	});
}

type Known = NonNullable<Awaited<ReturnType<typeof store.byId>>>;

/** Whether this link, which still runs, is the one that is asked for. */
function isSame(known: Known, { subject, label, days }: Omit<PreviewInput, 'id'>, now: Instant): boolean {
	return (
		linkState(known, true, now) === 'open' &&
		known.subjectKind === subject.kind &&
		known.subjectId === subject.id &&
		known.label === label &&
		known.expiresAt === later(known.madeAt, days * DAY)
	);
}

/** Whether whoever made it may still show drafts: a link is their word, and ends with their work here. */
async function isVouched(ctx: Ctx, madeBy: string | null): Promise<boolean> {
	return madeBy !== null && mayShowDrafts(await people.workingStaff(ctx, madeBy)).ok;
}

/** It opens nothing any more. Twice is once. */
export async function revoke(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayReadPreviews(ctx.person));
		const { revokedAt, consultationId } = found(await store.byId(ctx.db, id), 'preview link');
		if (revokedAt !== null) return;
		await store.revoke(ctx.db, id, ctx.now);
		await record(ctx, { verb: 'preview.revoked', subjectId: id, consultationId });
	});
}

/** The draft as it is now, for whoever has the link. Gone: it has ended, or there is no such draft any more. */
export async function read(ctx: Ctx, token: string): Promise<{ document: Document; until: Instant }> {
	const link = await store.byHash(ctx.db, linkHash(token));
	if (!link || linkState(link, true, ctx.now) !== 'open') throw new Gone('previewOver');
	if (!(await isVouched(ctx, link.madeBy))) throw new Gone('previewOver');
	const document = await draftPaper(ctx, PreviewedName.parse(link.subjectKind), link.subjectId);
	if (!document) throw new Gone('previewOver');
	return { document, until: link.expiresAt };
}

/** A chore: links that ended long ago are forgotten. */
export async function sweep(ctx: Ctx): Promise<void> {
	await transaction(ctx, async ({ db, now }) => store.dropEndedBefore(db, earlier(now, KEPT_DAYS * DAY)));
}
