import { seenMark } from '#lib/editState.ts';
import * as operator from '#lib/operator/operator.server.ts';
import { mayState, placesByPage, STATEMENT_MAX, StatementsForm } from '#lib/operator/statement.ts';
import { act, admit, preview } from '#lib/server/http/forms/act.ts';
import { pages } from '#lib/texts/pages/pages.server.ts';
import { LEGAL_PLACES } from '#lib/texts/pages/places.ts';
import { t } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayState(ctx.person));
	const statements = await operator.statements(ctx);
	return {
		most: STATEMENT_MAX,
		seen: seenMark(operator.statementsState(statements)),
		pages: placesByPage(pages()).map(({ page, title, places }) => ({
			...{ page, title },
			places: places.map((name) => ({
				...{ name, what: t.places[name], text: statements[name] ?? '' },
				legal: LEGAL_PLACES.includes(name)
			}))
		}))
	};
};

export const actions = {
	save: (event) =>
		act(event, StatementsForm, async (ctx, form) => {
			await operator.state(ctx, form);
			return '/werkstatt/angaben?ok=statementsSaved';
		}),
	/** What would stand where; nothing is saved. */
	preview: (event) => preview(event, StatementsForm, (ctx, form) => operator.changedBy(ctx, form))
};
