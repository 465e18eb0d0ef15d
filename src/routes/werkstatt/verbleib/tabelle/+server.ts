import { responseTable } from '#lib/answers/responseTable/responseFiles.server.ts';
import { TableQuery } from '#lib/answers/responseTable/responseTable.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import { askIn } from '../rows.ts';

export const GET = ({ locals: { ctx }, url }) => {
	const table = TableQuery.parse(Object.fromEntries(url.searchParams));
	// It is handed on: German, whoever asks for it.
	const make = () => responseTable(ctx, { ...askIn(url), after: undefined }, table);
	return sendFile(() => withWords({ ...ctx, locale: 'de' }, make), { how: 'attachment' });
};
