import { day } from '../../texts/dates.ts';
import { noonOf } from '../../time.ts';
import { count, fill, t } from '../../texts/texts.ts';
import { openIn, type Deadline } from './deadline.ts';

export const byDay = ({ answerBy }: Pick<Deadline, 'answerBy'>) => day(noonOf(answerBy));

export function deadlineText(one: Deadline): string {
	const words = t.answers.deadlines;
	if (one.state !== 'overdue') return words.states[one.state];
	return fill(words.overdueSince, { day: byDay(one), open: count(words.open, openIn(one)) });
}
