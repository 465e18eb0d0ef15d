import { fill, t } from '../texts/texts.ts';
import { CostClassName } from './priority.ts';

/** What a measure costs, in words; and that it is more than there is. */
export function costText({ costClass, cost }: { costClass: string; cost: number }, budget: number): string {
	const words = t.priorities.costs;
	const price = fill(words.points, { class: words.classes[CostClassName.parse(costClass)], count: cost });
	return cost > budget ? `${price}. ${words.dear}` : price;
}
