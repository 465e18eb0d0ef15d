import { seenMark } from '#lib/editState.ts';
import * as operator from '#lib/operator/operator.server.ts';
import { HISTORY_MAX, RestoreForm } from '#lib/operator/statement.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { t } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => {
	const history = await showing(operator.history(ctx));
	const known = await operator.statements(ctx);
	return {
		most: HISTORY_MAX,
		revisions: history.map((revision) => ({
			...revision,
			what: t.places[revision.place],
			holds: revision.text === (known[revision.place] ?? ''),
			seen: seenMark(operator.placeState(known, revision.place))
		}))
	};
};

export const actions = {
	restore: (event) =>
		act(event, RestoreForm, async (ctx, form) => {
			await operator.restore(ctx, form);
			return '/werkstatt/angaben/verlauf?ok=statementRestored';
		})
};
