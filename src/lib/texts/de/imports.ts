/** What is said while something is taken over from another platform. */
export const imports = {
	line: 'Zeile {line}: {problem}',
	lineOf: '{file}, Zeile {line}: {problem}',
	/** Why a line is not taken over. */
	problems: {
		unreadable: 'Die Zeile ist keine lesbare Tabellenzeile. Fehlt ein Anführungszeichen, oder ist eines zu viel?',
		columns: 'Die Zeile hat mehr Zellen als die Tabelle Spalten. Ein Text mit Trennzeichen braucht Anführungszeichen.',
		signs: 'Die Zeile enthält ein Null-Zeichen. Das steht in keinem Text.',
		idMissing: 'Die Kennung fehlt.',
		titleMissing: 'Die Überschrift fehlt.',
		textMissing: 'Der Text fehlt.',
		idTooLong: 'Die Kennung ist länger als {id} Zeichen.',
		titleTooLong: 'Die Überschrift ist länger als {title} Zeichen.',
		textTooLong: 'Der Text ist länger als {text} Zeichen.',
		urlWrong: 'Die Adresse beginnt nicht mit http:// oder https://.',
		languageUnknown: 'Diese Sprache kennen wir nicht. Zum Beispiel: de, uk, ar, tr oder other.',
		idTwice: 'Diese Kennung steht schon weiter oben in der Datei.',
		withdrawn: 'Der Vorschlag wurde zurückgezogen.',
		amendment: 'Das ist ein Änderungsvorschlag zu einem anderen Vorschlag.',
		personMissing: 'Wer abgestimmt hat, fehlt.',
		voteWrong: 'Eine Stimme ist weder 1 noch 0 noch -1. Sie zählt nicht. Die anderen Stimmen der Zeile zählen.',
		statementUnknown: 'Zu dieser Stimme gibt es in comments.csv keine Aussage.',
		columnUnknown: 'Eine Spalte nennt eine Aussage, die es in comments.csv nicht gibt: {name}.',
		otherWords: 'Diese Aussage ist mit einem anderen Wortlaut schon da. Der bleibt.'
	},
	sheet: {
		two: 'Zwei Spalten könnten »{column}« sein: {names}.',
		missing: 'Die Spalte »{column}« fehlt (oder eine von: {aliases}). Die Datei hat: {names}.',
		asked: 'Die Datei hat keine Spalte »{name}«. Sie hat: {names}.',
		nothing: 'nichts'
	},
	conversation: {
		noComments: 'Die Datei comments.csv fehlt. Ohne sie hat keine Aussage einen Text.',
		noVotes: 'Es fehlt participants-votes.csv oder votes.csv.',
		noColumn: 'In {file} fehlt eine dieser Spalten: {names}.'
	}
};
