import { idsIn, mayComment, type Comment, type SubjectKind } from '../comments/comment.ts';
import * as comments from '../comments/comments.server.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { mayModerate } from '../moderation/screening.ts';
import { toAsk, type Needed } from '../people/consents/consent.ts';
import * as consents from '../people/consents/consents.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { newDayId } from '../server/ids.ts';
import { all, type Verdict } from '../verdict.ts';
import { recordedTexts } from './recordedText.ts';
import { notesOn, type Note } from './notes.server.ts';

/** What is said about a contribution, a point or an amendment, with everything its page needs to show it and go on. */
export interface Discussion {
	comments: Comment[];
	next: string | null;
	/** By id of the comment: how it came here, where somebody else wrote it down. */
	notes: Readonly<Record<string, string>>;
	/** Whether the one who reads may write. */
	may: Verdict;
	/** Of the comment the form will make. */
	formId: string;
	/** What the one who reads has to allow with it. */
	ask: Needed[];
	/** Whether the one who reads is a moderator. */
	moderate: boolean;
}

interface About {
	kind: SubjectKind;
	id: string;
	consultationId: string;
}

/** One page of it, from the comment after `after` on, and how the subject itself came here. `open`: whether it takes comments. */
export async function discussion(
	ctx: Ctx,
	{ kind, id, consultationId }: About,
	open: Verdict,
	after: string | null
): Promise<{ discussion: Discussion; recorded: Note | null }> {
	const { phases } = await consultations.byId(ctx, consultationId);
	const thread = await comments.page(ctx, { kind, id }, after);
	const notes = await notesOn(ctx, [id, ...idsIn(thread.comments)]);
	const discussion = {
		...thread,
		notes: recordedTexts(notes),
		may: all(open, mayComment({ person: ctx.person, phases, now: ctx.now, kind })),
		formId: newDayId(ctx.now),
		ask: ctx.person ? toAsk(await consents.allowed(ctx)) : [],
		moderate: mayModerate(ctx.person).ok
	};
	return { discussion, recorded: notes.get(id) ?? null };
}
