import { groupName } from '../../people/groupNames.ts';
import { percent, whole } from '../../texts/numbers.ts';
import { count, fill, t } from '../../texts/texts.ts';
import type { Coverage, Owed, Represented, ShownViolation } from './represented.ts';

const words = () => t.representation;
const percentOf = (hundredths: number) => percent(hundredths / 100);

/** How many of a group find something of theirs in a version. */
export function coverageText({ people, covered, mostly }: Coverage): string {
	const said = words().coverage;
	if (people === null) return said.few;
	if (people === 0) return said.nobody;
	const of = { people: whole(people) };
	if (covered !== null) return fill(said.exact, { ...of, covered: whole(covered), percent: percent(covered / people) });
	if (!mostly) return fill(said.held, of);
	const least = { ...of, percent: percentOf(mostly.percent) };
	return fill(mostly.of === 'covered' ? said.mostlyCovered : said.mostlyWithout, least);
}

/** How large a part agrees on what was left out, and what it may expect. */
function owedText({ deserved, percent }: Owed, chosen: number): string {
	const said = words().violations;
	if (deserved === null) return said.owedFew;
	const bar = { deserved, chosen, most: deserved - 1 };
	return percent === null ? fill(said.owedHeld, bar) : fill(said.owed, { ...bar, percent: percentOf(percent) });
}

function byGroup({ people }: Owed): string[] {
	const said = words().violations;
	const named = people
		.filter((one) => one.count !== 0)
		.map(({ group, count }) => {
			const name = { group: groupName(group) };
			return count === null ? fill(said.byHeld, name) : fill(said.byOne, { ...name, count: whole(count) });
		});
	return named.length > 0 ? [fill(said.by, { list: named.join(', ') })] : [];
}

export interface OwedLine {
	weighing: 'groups' | 'people';
	owed: Owed;
	/** `Zählt jede Gruppe gleich viel:` */
	head: string;
	text: string;
}

/** A violation in words, one line for each way of weighing in which it is one. Of which groups people are is said once. */
export function owedLines(violation: Pick<ShownViolation, 'groups' | 'people'>, chosen: number): OwedLine[] {
	const same = JSON.stringify(violation.groups?.people) === JSON.stringify(violation.people?.people);
	return (['groups', 'people'] as const).flatMap((weighing) => {
		const owed = violation[weighing];
		if (!owed) return [];
		const told = owed.deserved === null || (weighing === 'people' && same);
		const groups = told ? [] : byGroup(owed);
		const text = [owedText(owed, chosen), ...groups].join(' ');
		return [{ weighing, owed, head: words().violations.weighings[weighing], text }];
	});
}

export function resultTitle({ violations }: Represented): string {
	return violations.length === 0 ? words().result.none : count(words().result.some, violations.length);
}

export function resultText({ violations, chosen, leftOut }: Represented): string {
	return fill(violations.length === 0 ? words().result.noneText : words().result.someText, { chosen, leftOut });
}

/** In a table of versions. */
export function missingText(missing: number): string {
	return missing === 0 ? words().report.none : count(words().report.some, missing);
}

export function uncountedText({ organisations, unknown }: Represented['uncounted']): string | null {
	if (organisations + unknown === 0) return null;
	return fill(words().coverage.uncounted, { organisations: whole(organisations), unknown: whole(unknown) });
}
