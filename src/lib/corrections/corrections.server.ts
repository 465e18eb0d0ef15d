export {
	approvalsOf,
	approvalState,
	approve,
	ask,
	blackenedBy,
	discard,
	draft,
	drafts,
	mayCarryOut,
	proposeCorrection,
	proposeRemoval,
	proposeRestoration,
	proposeWithdrawal,
	takeApprovalBack,
	waiting,
	type Draft
} from './drafting.server.ts';
export { publish } from './publish.server.ts';
export { addenda, addendaOn, addendaOnPoint, frozenText, frozenTexts, readAddendum } from './reading.server.ts';
export { destroySealed, wordsWentSince } from './removal/removal.server.ts';
export { restore, digestsAtFirst } from './restoreAddenda.server.ts';
export { addended, marksOnPoint } from './page.server.ts';
export { published, standing } from './things.server.ts';
export { verify, type Verified } from './verify.server.ts';
