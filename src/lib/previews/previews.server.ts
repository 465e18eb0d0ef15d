import * as consultations from '../consultations/consultations.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import type { Document } from '../server/print/document.ts';
import { linkHash, newLinkToken } from '../server/linkToken.ts';
import { DAY, earlier, later, type Instant } from '../time.ts';
import { found, Gone, obey, Refused } from '../verdict.ts';
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
	const links = (await store.all(ctx.db, SHOWN)).map(({ subjectKind, subjectId, expiresAt, revokedAt, ...link }) => {
		const kind = PreviewedName.parse(subjectKind);
		const draft = drafted.find((one) => one.kind === kind && one.id === subjectId) ?? null;
		return { ...link, kind, draft, expiresAt, state: linkState({ expiresAt, revokedAt }, draft !== null, ctx.now) };
	});
	return { drafts: drafted, links };
}

/** A link for one reader. Refused: signInFirst, roleMissing, previewNoDraft. */
export async function make(ctx: Ctx, { id, subject, label, days }: PreviewInput): Promise<Address> {
	return transaction(ctx, async (ctx) => {
		obey(mayShowDrafts(ctx.person));
		const consultation = await consultations.current(ctx);
		const draft = (await drafts(ctx, consultation)).find((one) => one.kind === subject.kind && one.id === subject.id);
		if (!draft) throw new Refused('previewNoDraft');
		const known = await store.byId(ctx.db, id);
		if (known && known.madeBy !== signedIn(ctx).id) throw new Refused('previewNoDraft');
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
	const document = await draftPaper(ctx, PreviewedName.parse(link.subjectKind), link.subjectId);
	if (!document) throw new Gone('previewOver');
	return { document, until: link.expiresAt };
}

/** A chore: links that ended long ago are forgotten. */
export async function sweep(ctx: Ctx): Promise<void> {
	await transaction(ctx, async ({ db, now }) => store.dropEndedBefore(db, earlier(now, KEPT_DAYS * DAY)));
}
