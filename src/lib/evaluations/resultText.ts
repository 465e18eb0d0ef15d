import { groupName } from '../people/groupNames.ts';
import { fill, t } from '../texts/texts.ts';
import { balancedText } from '../votes/results/resultText.ts';
import type { Answered, EvaluationResult } from './result.ts';

const words = () => t.evaluations.results;

/** The share of »yes« when each group counts the same, or why there is none. */
export function balancedSentence({ balanced, tooFew }: Pick<Answered, 'balanced' | 'tooFew'>): string {
	if (balanced !== null) return fill(words().balanced, { share: balancedText(balanced) });
	return fill(words().tooFew, { groups: tooFew.map((group) => groupName(group)).join(', ') });
}

/** The same in a cell of a table. */
export const balancedCell = ({ balanced }: Pick<Answered, 'balanced'>): string =>
	balanced === null ? t.evaluations.report.tooFew : balancedText(balanced);

export const isUnanswered = ({ questions }: Pick<EvaluationResult, 'questions'>): boolean =>
	questions.every(({ rows }) => rows.every(({ n }) => n === 0));
