import { groupName } from '../../people/groupNames.ts';
import { day, untilDay } from '../../texts/dates.ts';
import { inList } from '../../texts/lists.ts';
import { fill, t } from '../../texts/texts.ts';
import type { Phase } from '../consultation.ts';
import type { Invitation, PhaseStatus } from './phaseStatus.ts';

/** What is open in a phase, and to whom where it is not for everybody. Empty: one can only read. */
export function openingsOf({ actions, groups, peerGroup }: Pick<Phase, 'actions' | 'groups' | 'peerGroup'>): string {
	const opens = actions
		.map((action) => {
			const named = groups?.[action];
			const words = t.consultations.actions[action];
			if (!named) return words;
			return fill(t.process.phases.only, {
				action: words,
				groups: named.map(groupName).join(', ')
			});
		})
		.join(', ');
	return peerGroup ? fill(t.process.phases.amongPeers, { opens }) : opens;
}

/** Where the process stands today, with the day on which that ends or something begins. */
export function standingText(standing: PhaseStatus, invitations: readonly Invitation[] = []): string {
	const words = t.start.standing;
	if (standing.state === 'open') {
		const { title, endsAt } = standing.phase;
		return invitations.length === 0
			? fill(words.reading, { phase: title, until: untilDay(endsAt) })
			: openText(invitations);
	}
	if (standing.state === 'pause') {
		const { title, beginsAt } = standing.next;
		return fill(standing.begun ? words.pause : words.before, { phase: title, from: day(beginsAt) });
	}
	if (standing.state === 'closed') return fill(words.closed, { since: day(standing.since) });
	return words[standing.state];
}

/** By the day on which it ends, as people have to know it. */
function openText(invitations: readonly Invitation[]): string {
	const words = t.start.standing;
	const days = [...new Set(invitations.map(({ endsAt }) => endsAt))];
	const said = days.map((day, index) =>
		fill(index === 0 ? words.open : words.also, {
			can: inList(invitations.filter(({ endsAt }) => endsAt === day).map(({ action }) => words.can[action])),
			until: untilDay(day)
		})
	);
	return said.join(' ');
}
