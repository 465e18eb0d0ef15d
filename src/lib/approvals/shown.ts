import { dayTime } from '../texts/dates.ts';
import { fill, t } from '../texts/texts.ts';
import type { ApprovalStanding, FallenApproval } from './approvals.server.ts';

/** What pages show of approvals: names and times, no ids. */
export interface ShownApprovals {
	given: { name: string; at: string; mine: boolean }[];
	fallen: Omit<FallenApproval, 'personId'>[];
	askedAt: string | null;
	/** The one who looks has approved this state. */
	mine: boolean;
	others: number;
}

export function shownApprovals({ given, fallen, askedAt, others }: ApprovalStanding): ShownApprovals {
	return {
		given: given.map(({ name, at, mine }) => ({ name, at, mine })),
		fallen: fallen.map(({ personId: _, ...one }) => one),
		askedAt,
		mine: given.some((one) => one.mine),
		others
	};
}

const partNames = (): Readonly<Record<string, string>> => t.approvals.parts;

/** Why an approval counts no more, with what has changed since. */
export function fallenSentence({ name, at, because, changed }: ShownApprovals['fallen'][number]): string {
	const words = t.approvals.fallen;
	const facts = { name, at: dayTime(at), parts: changed.flatMap((part) => partNames()[part] ?? []).join(', ') };
	if (because === 'role') return fill(words.role, facts);
	return fill(facts.parts === '' ? words.unknown : words.changed, facts);
}
