import { whole } from '../../texts/numbers.ts';
import { fill, t } from '../../texts/texts.ts';
import type { Note, OmittedDissent, OmittedWord } from './omitted.ts';

const words = () => t.omissions;

/** What the editors say to something that is not in a version. */
export function noteText(note: Note | null): string {
	return note ? fill(words().said, { way: words().ways[note.way], text: note.text }) : words().unsaid;
}

export function peopleText({ people }: Pick<OmittedWord, 'people'>): string {
	return people === null ? words().words.fewPeople : fill(words().words.people, { people: whole(people) });
}

export function dissentText({
	kind,
	contribution,
	point
}: Pick<OmittedDissent, 'kind' | 'contribution' | 'point'>): string {
	return fill(words().dissents[kind], { contribution, point });
}

/** Words by group, in the order they stand in. */
export function byGroup(list: readonly OmittedWord[]): { group: string; words: OmittedWord[] }[] {
	const groups = [...new Set(list.map(({ group }) => group))];
	return groups.map((group) => ({ group, words: list.filter((one) => one.group === group) }));
}
