import { seenMark } from '#lib/editState.ts';
import * as operator from '#lib/operator/operator.server.ts';
import { mayState, PLACES_BY_PAGE, STATEMENT_MOST, StatementsForm } from '#lib/operator/statement.ts';
import { act, admit } from '#lib/server/http/act.ts';
import { PLACES } from '#lib/texts/de/pages/places.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayState(ctx.person));
	const statements = await operator.statements(ctx);
	return {
		most: STATEMENT_MOST,
		seen: seenMark(operator.statementsState(statements)),
		pages: PLACES_BY_PAGE.map(({ page, title, places }) => ({
			...{ page, title },
			places: places.map((name) => ({ name, what: PLACES[name].what, text: statements[name] ?? '' }))
		}))
	};
};

export const actions = {
	default: (event) =>
		act(event, StatementsForm, async (ctx, form) => {
			await operator.state(ctx, form);
			return '/werkstatt/angaben?ok=statementsSaved';
		})
};
