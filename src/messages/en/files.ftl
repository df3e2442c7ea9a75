# Files that cannot be read or written: why, and what helps.

file-missing = There is no such file.
file-missing-help = Check name and folder. Put names with spaces in quotation marks.
file-is-folder = This is a folder, not a file.
file-is-folder-help = Name a file in this folder.
file-no-plan = There is no plan in this folder.
file-no-plan-help = Files that end in .md or .markdown are searched for. Hidden folders and those in .gitignore are skipped.
file-no-labels = There are no labelled passages in this folder.
file-no-labels-help = Files that end in .jsonl or .truth.json are searched for.
file-too-large = The file is too large: { $size } MB. At most { $most } MB are read.
file-too-large-help = Split the plan or remove pictures and annexes.
file-not-utf8 = Line { $line }, column { $column }: this character (byte { $byte }) is not UTF-8.
file-not-utf8-help = Open the file in an editor and save it with "Save as" and encoding UTF-8; in Word: "Plain text", encoding "Unicode (UTF-8)".
file-broken-utf16 = The file is stored as UTF-16 and damaged.
file-broken-utf16-help = Open the file in an editor and save it again with "Save as" and encoding UTF-8.
file-word = This is a Word or LibreOffice document, not a text.
file-word-help = In Word: "Save as", "Plain text", encoding "Unicode (UTF-8)". The program pandoc keeps tables: pandoc plan.docx -t gfm -o plan.md
file-pdf = This is a PDF, not a text.
file-pdf-help = Ask the municipality for a Word file or text, or copy the text from the PDF into a text file.
file-exists = This file exists already.
file-exists-help = Choose another name, or overwrite it with --force.
file-denied = You have no permission for this file.
file-denied-help = Close the file if it is open, or work in a folder of your own.
file-other = Reading or writing failed: { $error }.
file-other-help = Check that drive and folder can be reached and have space.
