import { responseTable } from '#lib/answers/responseTable/responseFiles.server.ts';
import { TableQuery } from '#lib/answers/responseTable/responseTable.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';
import { askIn } from '../rows.ts';

export const GET = ({ locals: { ctx }, url }) => {
	const table = TableQuery.parse(Object.fromEntries(url.searchParams));
	return sendFile(() => responseTable(ctx, { ...askIn(url), after: undefined }, table), { how: 'attachment' });
};
