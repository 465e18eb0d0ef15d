import { groupName } from '../people/groupNames.ts';
import type { Group } from '../people/person.ts';
import { percent, whole } from '../texts/numbers.ts';
import { fill, t } from '../texts/texts.ts';
import { CHOICES } from '../votes/vote.ts';
import { balancedText as rangeText } from '../votes/results/resultText.ts';
import type { PointFigures, ShownVotes } from './figures.ts';

const words = () => t.reports.points;

/** How one group voted, in few words, with the number of those who did. */
function votesText(votes: ShownVotes | undefined): string {
	if (!votes || votes.state === 'none') return words().noVotes;
	if (votes.state === 'few') return words().few;
	const { agree, disagree, mostly } = votes;
	const n = whole(votes.n);
	if (mostly) return fill(words().mostly[mostly.choice], { n, share: percent(mostly.share) });
	const said = [
		...(agree === null ? [] : [fill(words().agreeOf, { agree: whole(agree), n })]),
		...(disagree === null ? [] : [fill(words().disagree, { disagree: whole(disagree) })])
	];
	return said.length > 0 ? said.join(', ') : fill(words().onlyCount, { n });
}

export function groupText({ round }: PointFigures, group: Group): string {
	return votesText(round?.persons.find((row) => row.group === group));
}

export function balancedText({ round }: PointFigures): string | null {
	const balanced = round?.summary.balanced ?? null;
	return balanced === null ? null : rangeText(balanced);
}

/** What has no column: organisations by name, and persons without a group, where there are enough of them. */
export function besides({ round, positions }: PointFigures): string[] {
	const rows = [...(round?.organisations ?? []), ...(round?.persons ?? []).filter((row) => row.group === 'none')];
	const counted = rows
		.filter((row) => row.state === 'counted')
		.map((row) => {
			const sentence = row.standing === 'organisation' ? words().organisationsNote : words().personsNote;
			return fill(sentence, { group: groupName(row.group), result: votesText(row) });
		});
	return [...positionTexts(positions), ...counted];
}

function positionTexts(positions: PointFigures['positions']): string[] {
	return CHOICES.flatMap((choice) => {
		const names = positions.filter((one) => one.choice === choice).map((one) => one.organisation);
		return names.length > 0 ? [fill(words().positions[choice], { names: names.join('; ') })] : [];
	});
}

export function versionLink({ number, title }: { number: number; title: string }): string {
	return fill(t.reports.versionLink, { number, title });
}
