import type { Db } from '../../server/app.ts';

/** Of everything public, by the phase it was sent in and the day promised for its answer: how much, and how much is decided. */
export async function countsByPromise(db: Db, consultationId: string) {
	return (
		db
			.selectFrom('proposals as p')
			.select(['p.phaseId', (e) => e.fn.coalesce('p.answerBy', e.val('')).as('answerBy')])
			.select((e) => [
				e.fn.countAll<number | string>().as('received'),
				e.fn
					.sum<number | string>(
						e
							.case()
							.when(e.and([e('p.publishedAnswer', 'is not', null), e('p.publishedAnswer', '<>', 'open')]))
							.then(1)
							.else(0)
							.end()
					)
					.as('answered')
			])
			.where('p.consultationId', '=', consultationId)
			.where('p.phaseId', 'is not', null)
			.where('p.publishedAt', 'is not', null)
			.where('p.hiddenAt', 'is', null)
			.where('p.withdrawnAt', 'is', null)
			// What was taken over from elsewhere was written for somebody else.
			.where('p.origin', 'is', null)
			.groupBy(['p.phaseId', 'p.answerBy'])
			.orderBy('p.answerBy')
			.execute()
	);
}
