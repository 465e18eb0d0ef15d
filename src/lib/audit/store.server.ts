import type { Db } from '../server/app.ts';

export interface Wanted {
	personId: string | null;
	/** First word of the verb. */
	noun: string | null;
	/** To whom of the staff it was done. */
	aboutId: string | null;
	/** Of what was done, as people know it. */
	number: number | null;
	from: string | null;
	until: string | null;
	/** Keyset: only entries older than this id. */
	before: string | null;
	limit: number;
}

/** Done by a command, asked for by mail, or on the word of the sign-in provider: nobody is signed in there. */
const BY_NOBODY = [
	...['staff.invited', 'factor.reset', 'account.blocked', 'account.unblocked', 'account.made', 'account.linked'],
	...[
		'account.unlinked',
		'account.recoveryOpened',
		'role.given',
		'role.taken',
		'password.linkMade',
		'password.requested'
	]
];

/** Newest first. Of people with a staff account only: what participants did is nobody's business here. */
export async function entries(db: Db, { personId, aboutId, number, noun, from, until, before, limit }: Wanted) {
	let query = db
		.selectFrom('journal as j')
		.leftJoin('accounts as a', 'a.personId', 'j.actorId')
		.leftJoin('persons as p', 'p.id', 'a.personId')
		.leftJoin('accounts as b', 'b.personId', 'j.subjectId')
		.leftJoin('persons as s', 's.id', 'b.personId')
		.select(['j.id', 'j.at', 'j.verb', 'j.details', 'p.pseudonym as who', 's.pseudonym as about'])
		.where((e) =>
			personId !== null
				? e('j.actorId', '=', personId)
				: e.or([
						e('j.actorId', 'in', e.selectFrom('accounts').select('personId')),
						e.and([e('j.actorId', 'is', null), e('j.verb', 'in', BY_NOBODY)])
					])
		)
		.orderBy('j.id', 'desc')
		.limit(limit);
	// An account that is none leads to nobody: a card is not looked up by its person.
	if (personId !== null) query = query.where('a.personId', 'is not', null);
	if (noun !== null) query = query.where('j.verb', '>=', `${noun}.`).where('j.verb', '<', `${noun}/`);
	if (aboutId !== null) query = query.where('b.personId', '=', aboutId);
	if (number !== null) query = query.where('j.number', '=', number);
	if (from !== null) query = query.where('j.at', '>=', from);
	if (until !== null) query = query.where('j.at', '<', until);
	if (before !== null) query = query.where('j.id', '<', before);
	return query.execute();
}
