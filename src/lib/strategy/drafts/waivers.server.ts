import type { Ctx } from '../../server/ctx.ts';
import { Refused } from '../../verdict.ts';
import { revise } from './revision.server.ts';
import * as drafts from './store.server.ts';
import type { Check } from '../versions/comprehension.ts';
import type { Justified } from '../versions/represented.ts';
import { expectSeen, type State } from '../../editState.ts';
import type { WaiverInput } from './draft.ts';
import { readWaived } from '../versions/assembleVersion.server.ts';

/** Puts down why people are left out. Only for the room that finds out whether they are, and inside its transaction. */
export async function justify(ctx: Ctx, draftId: string, justified: Justified): Promise<void> {
	await drafts.setJustified(ctx.db, draftId, JSON.stringify(justified));
}

/** What the form of a check shows. */
export const waiverState = (waived: Readonly<Partial<Record<Check, string>>>, check: Check): State => {
	return { [check]: waived[check] ?? '' };
};

/** Says why something is left out before this version goes out; everybody reads it there. Empty: it is not left out. */
export async function waive(ctx: Ctx, form: WaiverInput): Promise<void> {
	const { check, reason } = form;
	await revise(
		ctx,
		form,
		async (ctx, draft) => {
			const known = readWaived(draft.waived);
			if (!reason && !known[check]) throw new Refused('waiverReasonMissing');
			if ((known[check] ?? '') === reason) return null;
			expectSeen('check', form.seen, waiverState(known, check));
			const { [check]: _, ...others } = known;
			const waived = reason ? { ...others, [check]: reason } : others;
			return () => drafts.setWaived(ctx.db, draft.id, JSON.stringify(waived));
		},
		{ deed: 'waive' }
	);
}
