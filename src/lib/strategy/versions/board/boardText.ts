import { whole } from '../../../texts/numbers.ts';
import { fill, t } from '../../../texts/texts.ts';
import { isQuorate, type BoardStatement } from './boardStatement.ts';

const words = () => t.board.shown;

/** What the board said, in sums. */
export function boardText(statement: BoardStatement): string {
	const { asked, members, agreed, dissented, silent } = statement;
	if (!asked) return fill(words().notAsked, { members: whole(members) });
	const sums = { members: whole(members), agreed: whole(agreed), dissented: whole(dissented), silent: whole(silent) };
	return fill(words().sums, sums);
}

/** Whether enough of its members said something, so that it counts as the board's. */
export function quorumText(statement: BoardStatement): string {
	const facts = { quorum: whole(statement.quorum), spoke: whole(statement.agreed + statement.dissented) };
	return fill(isQuorate(statement) ? words().quorate : words().notQuorate, facts);
}

export function dissentTitle({ dissented, members }: Pick<BoardStatement, 'dissented' | 'members'>): string {
	return fill(words().dissentTitle, { count: dissented, members: whole(members) });
}

/** In a table of versions. */
export function boardCell(statement: BoardStatement | undefined): string {
	const said = t.board.report;
	if (!statement) return said.none;
	const { asked, agreed, dissented, members } = statement;
	if (!asked) return said.notAsked;
	return fill(said.sums, { agreed: whole(agreed), dissented: whole(dissented), members: whole(members) });
}
