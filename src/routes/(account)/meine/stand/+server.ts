import { StatementQuery } from '#lib/organisations/statementFile.ts';
import { statementFile } from '#lib/organisations/statementFile.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';

export const GET = ({ locals: { ctx }, url }) => {
	requireSignIn(ctx, '/meine');
	const { format } = StatementQuery.parse(Object.fromEntries(url.searchParams));
	return sendFile(() => statementFile(ctx, format), { how: 'attachment' });
};
