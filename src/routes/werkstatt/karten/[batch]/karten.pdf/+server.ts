import * as cards from '#lib/people/cards.server.ts';
import { SheetForm } from '#lib/people/card.ts';
import { handOutAsked } from '#lib/server/http/paper.ts';

/** The codes come from the page that shows them once; they travel there and back and are kept nowhere. */
export const POST = (event) =>
	handOutAsked(event, SheetForm, async (ctx, { codes }) => ({
		bytes: await cards.sheet(ctx, event.params.batch, codes),
		name: 'karten.pdf',
		type: 'application/pdf'
	}));
