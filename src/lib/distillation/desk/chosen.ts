import { groupName } from '../../people/groupNames.ts';
import { fill, t } from '../../texts/texts.ts';
import type { WorkListAsk } from './workItem.ts';

/** What a filter of the desk leaves out, in words. */
export function chosenIn(ask: WorkListAsk, fields: readonly { value: string; label: string }[]) {
	const words = t.distillation.filter;
	return [
		ask.show !== 'open' && words.shows[ask.show],
		ask.q && fill(t.ui.filter.words, { words: ask.q }),
		fields.find(({ value }) => value === ask.field)?.label,
		ask.group && groupName(ask.group),
		ask.kind && t.proposals.kinds[ask.kind],
		ask.language && t.people.languages[ask.language],
		ask.age && words.ages[ask.age],
		ask.who && words.whos[ask.who]
	];
}
