/** What is said while something is taken over from another platform. */
export const imports = {
	line: 'Zeile {line}: {problem}',
	lineOf: '{file}, Zeile {line}: {problem}',
	/** Why a line is not taken over. */
	problems: {
		unreadable: 'Die Zeile ist keine lesbare Tabellenzeile. Fehlt ein Anführungszeichen, oder ist eines zu viel?',
		unread: 'Die Zeilen bis {name} wurden nicht gelesen. Sie gehören zu der Zeile davor, die nicht lesbar ist.',
		columns: 'Die Zeile hat mehr Zellen als die Tabelle Spalten. Ein Text mit Trennzeichen braucht Anführungszeichen.',
		signs: 'Die Zeile enthält ein Null-Zeichen. Das steht in keinem Text.',
		idMissing: 'Die Kennung fehlt.',
		titleMissing: 'Die Überschrift fehlt.',
		textMissing: 'Der Text fehlt.',
		idTooLong: 'Die Kennung ist länger als {id} Zeichen.',
		titleTooLong: 'Die Überschrift ist länger als {title} Zeichen.',
		textTooLong: 'Der Text ist länger als {text} Zeichen.',
		urlWrong: 'Die Adresse beginnt nicht mit http:// oder https://.',
		languageUnknown: 'Das ist keine Sprache, die wir kennen. Zum Beispiel: de, uk, ar, tr, fr oder other.',
		idTwice: 'Diese Kennung steht schon weiter oben in der Datei.',
		withdrawn: 'Der Vorschlag wurde zurückgezogen.',
		hidden: 'Der Vorschlag wurde dort ausgeblendet.',
		amendment: 'Das ist ein Änderungsvorschlag zu einem anderen Vorschlag.',
		personMissing: 'Wer abgestimmt hat, fehlt.',
		voteWrong: 'Eine Stimme ist weder 1 noch 0 noch -1. Sie zählt nicht. Die anderen Stimmen der Zeile zählen.',
		personTwice:
			'Diese Person steht schon weiter oben in der Datei. Ihre Stimmen zählen zusammen: auf dieselbe Aussage die letzte.',
		rowCut: 'Die Zeile hat weniger Zellen als die Tabelle Spalten. Was fehlt, gilt als nicht abgestimmt.',
		voteCut: 'Die Zeile ist abgeschnitten. Diese Stimme zählt nicht.',
		statementMissing: 'Zu welcher Aussage die Stimme gehört, fehlt.',
		otherWords: 'Diese Aussage ist mit einem anderen Wortlaut schon da. Der bleibt.'
	},
	sheet: {
		two: 'Zwei Spalten könnten »{column}« sein: {names}.',
		missing: 'Die Spalte »{column}« fehlt (oder eine von: {aliases}). Die Datei hat: {names}.',
		asked: 'Die Datei hat keine Spalte »{name}«. Sie hat: {names}.',
		nothing: 'nichts',
		noHeader: 'In Zeile {line} beginnt keine Zeile der Tabelle.',
		headerBroken:
			'Zeile {line} mit den Namen der Spalten ist nicht lesbar. Fehlt ein Anführungszeichen, oder ist eines zu viel?',
		/** What to do without such a column. */
		ways: {
			id: 'Gibt es keine Nummern, nimmt --id line die Nummer der Zeile.',
			title: 'Gibt es keine Überschriften, nimmt --title first-words die ersten Wörter.'
		}
	},
	/** What a file is that is no table we read. */
	kinds: {
		xls: 'Das ist eine Excel-Datei in einem alten Format (.xls). Bitte speichern Sie sie als .xlsx oder als CSV.',
		pdf: 'Das ist eine PDF-Datei. Aus ihr lässt sich keine Tabelle lesen. Bitte exportieren Sie die Beiträge als Tabelle.',
		docx: 'Das ist ein Text-Dokument, keine Tabelle. Bitte kopieren Sie die Tabelle in Excel oder LibreOffice.',
		zip: 'Das ist ein ZIP-Archiv. Bitte packen Sie es aus und nehmen Sie die Tabelle darin.',
		packed: 'Das ist eine gepackte Datei. Bitte packen Sie sie zuerst aus.',
		image: 'Das ist ein Bild. Bitte nehmen Sie die Tabelle selbst.',
		json: 'Das ist eine JSON-Datei (auch GeoJSON), keine Tabelle. Bitte exportieren Sie die Beiträge als CSV oder Excel.',
		html: 'Das ist eine Internet-Seite, keine Tabelle. Vielleicht müssen Sie sich dort anmelden, bevor Sie exportieren.',
		xml: 'Das ist eine XML-Datei, keine Tabelle. Bitte exportieren Sie die Beiträge als CSV oder Excel.',
		database: 'Das ist eine Datenbank, keine Tabelle.',
		damaged:
			'Die Datei sieht wie Excel oder LibreOffice aus, lässt sich aber nicht öffnen. Ist sie beschädigt oder mit einem Passwort geschützt?',
		empty: 'Die Datei hat kein Tabellenblatt mit Inhalt.',
		noSheet: 'Die Datei hat kein Tabellenblatt »{name}« mit Inhalt.'
	},
	conversation: {
		noComments: 'Die Datei comments.csv fehlt. Ohne sie hat keine Aussage einen Text.',
		noVotes: 'Es fehlt participants-votes.csv oder votes.csv.',
		nobody: 'In diesem Gespräch hat niemand abgestimmt: Es ist keine einzige Stimme zu lesen.',
		noColumn: 'In {file} fehlt eine dieser Spalten: {names}.',
		noModerated:
			'In comments.csv fehlt die Spalte moderated. Darum gilt keine Aussage als von der Moderation entfernt.',
		wordless:
			'Stimmen gibt es auch zu Aussagen, die nicht in comments.csv stehen: {count}. Diese Stimmen zählen. Einen Text gibt es dazu nicht.',
		noTable: 'Die Datei participants-votes.csv fehlt. Die Stimmen kommen aus votes.csv.',
		tableEmpty: 'In participants-votes.csv steht keine Stimme. Die Stimmen kommen aus votes.csv.',
		turned:
			'comments.csv zählt als Zustimmung, was die Stimmen Ablehnung nennen. Vielleicht bedeutet -1 in diesen Stimmen Zustimmung.'
	}
};
