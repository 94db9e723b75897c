<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About VideoGen</source>
        <translation>About VideoGen</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Licences…</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. The libraries installed beside it have licences of their own: Qt {qt} the LGPL 3; FFmpeg, x264 and x265, which PyAV brings, the GPL.</source>
        <translation>Free software under the MIT licence. The libraries installed beside it have licences of their own: Qt {qt} the LGPL 3; FFmpeg, x264 and x265, which PyAV brings, the GPL.</translation>
    </message>
    <message>
        <source>Free software: the program under the MIT licence, and all that is installed with it under the GPL, version 3 or later. It contains Qt {qt} (LGPL 3), FFmpeg and {codecs} (GPL), and the work of many others.</source>
        <translation>Free software: the program under the MIT licence, and all that is installed with it under the GPL, version 3 or later. It contains Qt {qt} (LGPL 3), FFmpeg and {codecs} (GPL), and the work of many others.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>VideoGen Desktop itself is under the MIT licence, which follows. This installation contains nobody else&apos;s work but a font (Be Vietnam Pro, SIL Open Font License) and icons (Lucide, ISC). The libraries that it uses were installed beside it; the licence of each is in the folder *.dist-info of its name, in:
{folder}

Qt is under the LGPL 3. PyAV brings FFmpeg with x264 and x265, which are under the GPL, version 2 or later: whoever passes all of it on together does so under the GPL, version 3 or later.</source>
        <translation>VideoGen Desktop itself is under the MIT licence, which follows. This installation contains nobody else&apos;s work but a font (Be Vietnam Pro, SIL Open Font License) and icons (Lucide, ISC). The libraries that it uses were installed beside it; the licence of each is in the folder *.dist-info of its name, in:
{folder}

Qt is under the LGPL 3. PyAV brings FFmpeg with x264 and x265, which are under the GPL, version 2 or later: whoever passes all of it on together does so under the GPL, version 3 or later.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>Price adjusted</source>
        <translation>Price adjusted</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>Reconciled</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>Top-up</translation>
    </message>
    <message>
        <source>As the account&apos;s balance says</source>
        <translation>As the account&apos;s balance says</translation>
    </message>
    <message>
        <source>Set aside when you asked for a video</source>
        <translation>Set aside when you asked for a video</translation>
    </message>
    <message>
        <source>The video came to nothing; all came back</source>
        <translation>The video came to nothing; all came back</translation>
    </message>
    <message>
        <source>What the wallet had when first seen</source>
        <translation>What the wallet had when first seen</translation>
    </message>
    <message>
        <source>Another price was charged</source>
        <translation>Another price was charged</translation>
    </message>
    <message>
        <source>Brought in line with the account, as a top-up</source>
        <translation>Brought in line with the account, as a top-up</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Play money</source>
        <translation>Play money</translation>
    </message>
    <message>
        <source>Asking for the balance…</source>
        <translation>Asking for the balance…</translation>
    </message>
    <message>
        <source>The balance could not be asked for.</source>
        <translation>The balance could not be asked for.</translation>
    </message>
    <message>
        <source>The balance was not confirmed since the start.</source>
        <translation>The balance was not confirmed since the start.</translation>
    </message>
    <message>
        <source>Balance confirmed at {time}.</source>
        <translation>Balance confirmed at {time}.</translation>
    </message>
    <message>
        <source>If the next reading says the same, it becomes a line of the statement.</source>
        <translation>If the next reading says the same, it becomes a line of the statement.</translation>
    </message>
    <message>
        <source>Find videos by their task ids…</source>
        <translation>Find videos by their task ids…</translation>
    </message>
    <message>
        <source>seen just now</source>
        <translation>seen just now</translation>
    </message>
    <message>
        <source>The account has {amount} more than the ledger, perhaps a top-up · {age}</source>
        <translation>The account has {amount} more than the ledger, perhaps a top-up · {age}</translation>
    </message>
    <message>
        <source>The account has {amount} less than the ledger explains · {age}</source>
        <translation>The account has {amount} less than the ledger explains · {age}</translation>
    </message>
</context>
<context>
    <name>Advanced</name>
    <message>
        <source>Throw a number</source>
        <translation>Throw a number</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Remove the line</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>From {low} to {high}</translation>
    </message>
</context>
<context>
    <name>Alert</name>
    <message>
        <source>Copy the message</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AspectSelector</name>
    <message>
        <source>Shape of the video</source>
        <translation>Shape of the video</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Landscape, {ratio}</source>
        <translation>Landscape, {ratio}</translation>
    </message>
    <message>
        <source>Portrait, {ratio}</source>
        <translation>Portrait, {ratio}</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Square</translation>
    </message>
    <message>
        <source>Square, {ratio}</source>
        <translation>Square, {ratio}</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Many videos at once</source>
        <translation>Many videos at once</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>With variables</source>
        <translation>With variables</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Open a file…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Add a column</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rows</source>
        <translation>
            <numerusform>Remove %n row</numerusform>
            <numerusform>Remove %n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>A line for each video</source>
        <translation>A line for each video</translation>
    </message>
    <message>
        <source>Paste descriptions, one on each line, or columns from a spreadsheet. A CSV, TSV, JSONL or XLSX file can also be dropped here.</source>
        <translation>Paste descriptions, one on each line, or columns from a spreadsheet. A CSV, TSV, JSONL or XLSX file can also be dropped here.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Checking the rows…</source>
        <translation>Checking the rows…</translation>
    </message>
    <message>
        <source>Setting the credits aside…</source>
        <translation>Setting the credits aside…</translation>
    </message>
    <message>
        <source>An empty cell takes the composer&apos;s: {choices}</source>
        <translation>An empty cell takes the composer&apos;s: {choices}</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a problem; nothing is sent before that is solved.</source>
        <translation>
            <numerusform>%n row has a problem; nothing is sent before that is solved.</numerusform>
            <numerusform>%n rows have a problem; nothing is sent before that is solved.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the first one</source>
        <translation>Show the first one</translation>
    </message>
    <message>
        <source>Hold at most…</source>
        <translation>Hold at most…</translation>
    </message>
    <message numerus="yes">
        <source>Create %n videos</source>
        <translation>
            <numerusform>Create %n video</numerusform>
            <numerusform>Create %n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>at most {price}</source>
        <translation>at most {price}</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>{amount} left</translation>
    </message>
    <message>
        <source>Create videos</source>
        <translation>Create videos</translation>
    </message>
    <message>
        <source>{available} left, {missing} too few</source>
        <translation>{available} left, {missing} too few</translation>
    </message>
    <message numerus="yes">
        <source>Put %n rows into the table</source>
        <translation>
            <numerusform>Put %n row into the table</numerusform>
            <numerusform>Put %n rows into the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchEntry</name>
    <message>
        <source>Many videos at once</source>
        <translation>Many videos at once</translation>
    </message>
    <message>
        <source>Fill in the variables…</source>
        <translation>Fill in the variables…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines: create %n videos…</source>
        <translation>
            <numerusform>%n line: create %n video…</numerusform>
            <numerusform>%n lines: create %n videos…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchQueue</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Send them</translation>
    </message>
    <message>
        <source>Cancel what was not sent</source>
        <translation>Cancel what was not sent</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Save the results</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Table (CSV)…</translation>
    </message>
    <message>
        <source>Excel (XLSX)…</source>
        <translation>Excel (XLSX)…</translation>
    </message>
    <message numerus="yes">
        <source>%n videos were not sent yet.</source>
        <translation>
            <numerusform>%n video was not sent yet.</numerusform>
            <numerusform>%n videos were not sent yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count} done</translation>
    </message>
    <message>
        <source>{count} being made</source>
        <translation>{count} being made</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} failed</translation>
    </message>
    <message>
        <source>{count} cancelled</source>
        <translation>{count} cancelled</translation>
    </message>
    <message>
        <source>{count} unclear</source>
        <translation>{count} unclear</translation>
    </message>
    <message>
        <source>Drag to change the order, or use Alt+Up and Alt+Down.</source>
        <translation>Drag to change the order, or use Alt+Up and Alt+Down.</translation>
    </message>
    <message>
        <source>Nothing yet: what you create here stands in a queue.</source>
        <translation>Nothing yet: what you create here stands in a queue.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting to be sent: %n</source>
        <translation>
            <numerusform>Waiting to be sent: %n</numerusform>
            <numerusform>Waiting to be sent: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n videos?</source>
        <translation>
            <numerusform>Cancel %n video?</numerusform>
            <numerusform>Cancel %n videos?</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not sent: their credits come back. What was sent goes on.</source>
        <translation>They were not sent: their credits come back. What was sent goes on.</translation>
    </message>
    <message>
        <source>Cancel them</source>
        <translation>Cancel them</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Keep them</translation>
    </message>
    <message numerus="yes">
        <source>Send the %n videos that are still waiting?</source>
        <translation>
            <numerusform>Send the %n video that is still waiting?</numerusform>
            <numerusform>Send the %n videos that are still waiting?</numerusform>
        </translation>
    </message>
    <message>
        <source>They were set aside before the program was closed, and their credits are held. They can also be sent or cancelled later, in the queue.</source>
        <translation>They were set aside before the program was closed, and their credits are held. They can also be sent or cancelled later, in the queue.</translation>
    </message>
    <message numerus="yes">
        <source>Send %n videos</source>
        <translation>
            <numerusform>Send %n video</numerusform>
            <numerusform>Send %n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>BatchResult</name>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cost in credits</source>
        <translation>Cost in credits</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>Task ID</translation>
    </message>
    <message>
        <source>Video ID</source>
        <translation>Video ID</translation>
    </message>
</context>
<context>
    <name>BatchTemplate</name>
    <message>
        <source>The first one: {prompt}</source>
        <translation>The first one: {prompt}</translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>Description with variables</source>
        <translation>Description with variables</translation>
    </message>
    <message>
        <source>product</source>
        <translation>product</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>colour</translation>
    </message>
    <message>
        <source>{product} in {colour}, turning slowly on a white table</source>
        <translation>{product} in {colour}, turning slowly on a white table</translation>
    </message>
    <message>
        <source>Put what changes into braces, such as {colour}: each one gets a list of values. {opening} and {closing} stand for braces.</source>
        <translation>Put what changes into braces, such as {colour}: each one gets a list of values. {opening} and {closing} stand for braces.</translation>
    </message>
    <message>
        <source>Each with each</source>
        <translation>Each with each</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Line by line</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message>
        <source>Values of {name}, one on each line</source>
        <translation>Values of {name}, one on each line</translation>
    </message>
    <message>
        <source>One on each line</source>
        <translation>One on each line</translation>
    </message>
    <message>
        <source>Still without values: {names}</source>
        <translation>Still without values: {names}</translation>
    </message>
    <message>
        <source>Line by line, these lists must be equally long: {names}</source>
        <translation>Line by line, these lists must be equally long: {names}</translation>
    </message>
    <message>
        <source>{count} videos are too many: a table holds at most {limit} rows.</source>
        <translation>{count} videos are too many: a table holds at most {limit} rows.</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Comparing clips</source>
        <translation>Comparing clips</translation>
    </message>
    <message>
        <source>Leave the comparison</source>
        <translation>Leave the comparison</translation>
    </message>
    <message>
        <source>Wipe from one to the other</source>
        <translation>Wipe from one to the other</translation>
    </message>
    <message>
        <source>One over the other, and flip</source>
        <translation>One over the other, and flip</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>This video was deleted.</source>
        <translation>This video was deleted.</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n clips</source>
        <translation>
            <numerusform>Compare %n clip</numerusform>
            <numerusform>Compare %n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Press 1 or 2 to keep that clip: the other goes to the bin</source>
        <translation>Press 1 or 2 to keep that clip: the other goes to the bin</translation>
    </message>
    <message>
        <source>Press 1 to %1 to keep that clip: the others go to the bin</source>
        <translation>Press 1 to %1 to keep that clip: the others go to the bin</translation>
    </message>
    <message>
        <source>Shorter clips wait on their last frame</source>
        <translation>Shorter clips wait on their last frame</translation>
    </message>
    <message>
        <source>Over: waits for the longest</source>
        <translation>Over: waits for the longest</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Keep clip %1, the other goes to the bin</source>
        <translation>Keep clip %1, the other goes to the bin</translation>
    </message>
    <message>
        <source>Keep clip %1, the others go to the bin</source>
        <translation>Keep clip %1, the others go to the bin</translation>
    </message>
    <message>
        <source>The sound of clip %1 is heard</source>
        <translation>The sound of clip %1 is heard</translation>
    </message>
    <message>
        <source>Hear clip %1</source>
        <translation>Hear clip %1</translation>
    </message>
    <message>
        <source>Clip %1</source>
        <translation>Clip %1</translation>
    </message>
    <message numerus="yes">
        <source>Clip %1 is a favourite, %n went to the bin</source>
        <translation>
            <numerusform>Clip %1 is a favourite, %n went to the bin</numerusform>
            <numerusform>Clip %1 is a favourite, %n went to the bin</numerusform>
        </translation>
    </message>
    <message>
        <source>Select 2 to 4 videos to compare them.</source>
        <translation>Select 2 to 4 videos to compare them.</translation>
    </message>
    <message>
        <source>This video has no other take to compare it with.</source>
        <translation>This video has no other take to compare it with.</translation>
    </message>
    <message numerus="yes">
        <source>Four at a time: these are the first 4 of %n.</source>
        <translation>
            <numerusform>Four at a time: these are the first 4 of %n.</numerusform>
            <numerusform>Four at a time: these are the first 4 of %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Describe the video first</source>
        <translation>Describe the video first</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Enter creates the video, Shift+Enter breaks the line</source>
        <translation>Enter creates the video, Shift+Enter breaks the line</translation>
    </message>
</context>
<context>
    <name>CreditBadge</name>
    <message>
        <source>Credits: not known yet</source>
        <translation>Credits: not known yet</translation>
    </message>
    <message>
        <source>{amount} available</source>
        <translation>{amount} available</translation>
    </message>
    <message>
        <source>{amount} available, {held} held</source>
        <translation>{amount} available, {held} held</translation>
    </message>
</context>
<context>
    <name>CreditPanel</name>
    <message>
        <source>Your credits</source>
        <translation>Your credits</translation>
    </message>
    <message>
        <source>Ask for the balance again</source>
        <translation>Ask for the balance again</translation>
    </message>
    <message>
        <source>Buy more credits</source>
        <translation>Buy more credits</translation>
    </message>
    <message>
        <source>Recently</source>
        <translation>Recently</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>Held for unsent and unclear videos</source>
        <translation>Held for unsent and unclear videos</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Spent today</translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message>
        <source>1 credit</source>
        <translation>1 credit</translation>
    </message>
    <message>
        <source>{amount} credits</source>
        <translation>{amount} credits</translation>
    </message>
    <message>
        <source>{worth} by the rate you set on {day}</source>
        <translation>{worth} by the rate you set on {day}</translation>
    </message>
    <message>
        <source>If it were real money: {worth} by the rate you set on {day}</source>
        <translation>If it were real money: {worth} by the rate you set on {day}</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Save the diagnosis</source>
        <translation>Save the diagnosis</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>This is all that will be saved. Keys, prompts, private links and your home folder are taken out. Nothing is sent anywhere.</source>
        <translation>This is all that will be saved. Keys, prompts, private links and your home folder are taken out. Nothing is sent anywhere.</translation>
    </message>
    <message>
        <source>Being collected…</source>
        <translation>Being collected…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Save as a file…</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Saved as {file}</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Your first video starts with a sentence</source>
        <translation>Your first video starts with a sentence</translation>
    </message>
    <message>
        <source>Write it below, or begin with one of these:</source>
        <translation>Write it below, or begin with one of these:</translation>
    </message>
    <message>
        <source>A professor stands at the front of a lively classroom, enthusiastically giving a lecture.</source>
        <translation>A professor stands at the front of a lively classroom, enthusiastically giving a lecture.</translation>
    </message>
    <message>
        <source>A cat playing with a ball of yarn in slow motion.</source>
        <translation>A cat playing with a ball of yarn in slow motion.</translation>
    </message>
    <message>
        <source>Aerial view of a beautiful beach at sunset with waves crashing.</source>
        <translation>Aerial view of a beautiful beach at sunset with waves crashing.</translation>
    </message>
    <message>
        <source>A chef preparing sushi in a Japanese restaurant.</source>
        <translation>A chef preparing sushi in a Japanese restaurant.</translation>
    </message>
    <message>
        <source>Time-lapse of a city skyline transitioning from day to night.</source>
        <translation>Time-lapse of a city skyline transitioning from day to night.</translation>
    </message>
</context>
<context>
    <name>EndNotifier</name>
    <message>
        <source>Your video is ready</source>
        <translation>Your video is ready</translation>
    </message>
    <message>
        <source>Your video failed</source>
        <translation>Your video failed</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside the program. Please try again.</source>
        <translation>Something went wrong inside the program. Please try again.</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>That did not work. Please try again.</translation>
    </message>
    <message>
        <source>The request cannot be used as it is.</source>
        <translation>The request cannot be used as it is.</translation>
    </message>
    <message>
        <source>The prompt has broken characters that cannot be read. Enter it again.</source>
        <translation>The prompt has broken characters that cannot be read. Enter it again.</translation>
    </message>
    <message>
        <source>Describe the video you want first.</source>
        <translation>Describe the video you want first.</translation>
    </message>
    <message>
        <source>The prompt has {length} characters; this model takes at most {limit}. Please shorten it.</source>
        <translation>The prompt has {length} characters; this model takes at most {limit}. Please shorten it.</translation>
    </message>
    <message>
        <source>This model has no option “{role}”. Leave it out, or choose another model.</source>
        <translation>This model has no option “{role}”. Leave it out, or choose another model.</translation>
    </message>
    <message>
        <source>This model does not take “{given}” for “{role}”. Choose another value.</source>
        <translation>This model does not take “{given}” for “{role}”. Choose another value.</translation>
    </message>
    <message>
        <source>The prompt has {length} characters; this model wants at least {least}. Say a little more.</source>
        <translation>The prompt has {length} characters; this model wants at least {least}. Say a little more.</translation>
    </message>
    <message>
        <source>These choices do not go together: {names}. Change one of them.</source>
        <translation>These choices do not go together: {names}. Change one of them.</translation>
    </message>
    <message>
        <source>This model needs at least one of these: {names}.</source>
        <translation>This model needs at least one of these: {names}.</translation>
    </message>
    <message>
        <source>Each of “{names}” needs a name, a description and at least {limits} pictures of its own.</source>
        <translation>Each of “{names}” needs a name, a description and at least {limits} pictures of its own.</translation>
    </message>
    <message>
        <source>{names} cannot be used together with {because}. Take one of them away.</source>
        <translation>{names} cannot be used together with {because}. Take one of them away.</translation>
    </message>
    <message>
        <source>Only one of these can be used at a time: {names}.</source>
        <translation>Only one of these can be used at a time: {names}.</translation>
    </message>
    <message>
        <source>{names} must be {limits} together with {because}.</source>
        <translation>{names} must be {limits} together with {because}.</translation>
    </message>
    <message>
        <source>At most {limits} files fit here together: {names}.</source>
        <translation>At most {limits} files fit here together: {names}.</translation>
    </message>
    <message>
        <source>At most {limits} seconds fit here together: {names}.</source>
        <translation>At most {limits} seconds fit here together: {names}.</translation>
    </message>
    <message>
        <source>“{slot}” takes {least} to {most} files with this model, and there are {count}.</source>
        <translation>“{slot}” takes {least} to {most} files with this model, and there are {count}.</translation>
    </message>
    <message>
        <source>This model takes no file as “{slot}”. Take it away, or choose another model.</source>
        <translation>This model takes no file as “{slot}”. Take it away, or choose another model.</translation>
    </message>
    <message>
        <source>A file in “{slot}” does not fit this model. Choose another one.</source>
        <translation>A file in “{slot}” does not fit this model. Choose another one.</translation>
    </message>
    <message>
        <source>This model continues a finished video: open one and choose what to do with it.</source>
        <translation>This model continues a finished video: open one and choose what to do with it.</translation>
    </message>
    <message>
        <source>No model on offer here goes on with this video in this way.</source>
        <translation>No model on offer here goes on with this video in this way.</translation>
    </message>
    <message>
        <source>One video costs {price} now, and you agreed to {most_held} for it at most.</source>
        <translation>One video costs {price} now, and you agreed to {most_held} for it at most.</translation>
    </message>
    <message>
        <source>The price of this choice is not known, so nothing was sent. Choose another one.</source>
        <translation>The price of this choice is not known, so nothing was sent. Choose another one.</translation>
    </message>
    <message>
        <source>The model “{given}” is not on offer here. Choose another model.</source>
        <translation>The model “{given}” is not on offer here. Choose another model.</translation>
    </message>
    <message>
        <source>There is no style “{given}”. Choose one from the list.</source>
        <translation>There is no style “{given}”. Choose one from the list.</translation>
    </message>
    <message>
        <source>This cannot be read as a batch.</source>
        <translation>This cannot be read as a batch.</translation>
    </message>
    <message>
        <source>The column “{header}” says nothing that is known here. Choose what it means.</source>
        <translation>The column “{header}” says nothing that is known here. Choose what it means.</translation>
    </message>
    <message>
        <source>“{address}” is not a file on this machine. Enter its whole path.</source>
        <translation>“{address}” is not a file on this machine. Enter its whole path.</translation>
    </message>
    <message>
        <source>The file name has {length} characters; at most {limit} fit. Please shorten it.</source>
        <translation>The file name has {length} characters; at most {limit} fit. Please shorten it.</translation>
    </message>
    <message>
        <source>{rows} rows still have something wrong, so none was sent.</source>
        <translation>{rows} rows still have something wrong, so none was sent.</translation>
    </message>
    <message>
        <source>These are {videos} videos, and a batch takes at most {limit}. Make it smaller.</source>
        <translation>These are {videos} videos, and a batch takes at most {limit}. Make it smaller.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written. Choose another place.</source>
        <translation>The file {path} cannot be written. Choose another place.</translation>
    </message>
    <message>
        <source>Not enough credits: {price} needed, {available} available. Top up and try again.</source>
        <translation>Not enough credits: {price} needed, {available} available. Top up and try again.</translation>
    </message>
    <message>
        <source>This video is no longer here.</source>
        <translation>This video is no longer here.</translation>
    </message>
    <message>
        <source>The video has moved on meanwhile, so this can no longer be done.</source>
        <translation>The video has moved on meanwhile, so this can no longer be done.</translation>
    </message>
    <message>
        <source>“{field}” is no part of a file name. Between braces may stand: {known}.</source>
        <translation>“{field}” is no part of a file name. Between braces may stand: {known}.</translation>
    </message>
    <message>
        <source>No such video can be made of these clips. Choose others.</source>
        <translation>No such video can be made of these clips. Choose others.</translation>
    </message>
    <message>
        <source>“{slot}” takes another kind of file with this model.</source>
        <translation>“{slot}” takes another kind of file with this model.</translation>
    </message>
    <message>
        <source>“{slot}” does not take {given}; it takes {limits}.</source>
        <translation>“{slot}” does not take {given}; it takes {limits}.</translation>
    </message>
    <message>
        <source>The file in “{slot}” is too large for this model: {given} of {limits}.</source>
        <translation>The file in “{slot}” is too large for this model: {given} of {limits}.</translation>
    </message>
    <message>
        <source>The picture in “{slot}” is too small: {given} pixels, and {limits} are needed.</source>
        <translation>The picture in “{slot}” is too small: {given} pixels, and {limits} are needed.</translation>
    </message>
    <message>
        <source>The picture in “{slot}” is too large: {given} pixels, and {limits} are allowed.</source>
        <translation>The picture in “{slot}” is too large: {given} pixels, and {limits} are allowed.</translation>
    </message>
    <message>
        <source>The picture in “{slot}” is too narrow: its sides may be 1 to {limits} at most.</source>
        <translation>The picture in “{slot}” is too narrow: its sides may be 1 to {limits} at most.</translation>
    </message>
    <message>
        <source>The file in “{slot}” is too short: {given}, and {limits} are needed.</source>
        <translation>The file in “{slot}” is too short: {given}, and {limits} are needed.</translation>
    </message>
    <message>
        <source>The file in “{slot}” is too long: {given}, and {limits} are allowed.</source>
        <translation>The file in “{slot}” is too long: {given}, and {limits} are allowed.</translation>
    </message>
    <message>
        <source>The files in “{slot}” are too long together: {given} of {limits}.</source>
        <translation>The files in “{slot}” are too long together: {given} of {limits}.</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>There is nothing in it.</translation>
    </message>
    <message>
        <source>It is too large to be a batch (16 MB at most).</source>
        <translation>It is too large to be a batch (16 MB at most).</translation>
    </message>
    <message>
        <source>It has more than {limit} rows. Make several batches of it.</source>
        <translation>It has more than {limit} rows. Make several batches of it.</translation>
    </message>
    <message>
        <source>It has more than {limit} columns.</source>
        <translation>It has more than {limit} columns.</translation>
    </message>
    <message>
        <source>The text in row {place} is too long for a description.</source>
        <translation>The text in row {place} is too long for a description.</translation>
    </message>
    <message>
        <source>The file is no table: CSV, TSV, JSONL and Excel (.xlsx) can be opened.</source>
        <translation>The file is no table: CSV, TSV, JSONL and Excel (.xlsx) can be opened.</translation>
    </message>
    <message>
        <source>Line {place} is not a JSON object.</source>
        <translation>Line {place} is not a JSON object.</translation>
    </message>
    <message>
        <source>The file is no Excel workbook that can be read. Save it again as .xlsx.</source>
        <translation>The file is no Excel workbook that can be read. Save it again as .xlsx.</translation>
    </message>
    <message>
        <source>The formula in cell {place} has no value yet. Open and save the file in Excel.</source>
        <translation>The formula in cell {place} has no value yet. Open and save the file in Excel.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>The file cannot be opened.</translation>
    </message>
    <message>
        <source>A limit that you set keeps this video from being sent.</source>
        <translation>A limit that you set keeps this video from being sent.</translation>
    </message>
    <message>
        <source>The spending limits in the settings cannot be read, so nothing is sent. Set them again.</source>
        <translation>The spending limits in the settings cannot be read, so nothing is sent. Set them again.</translation>
    </message>
    <message>
        <source>{in_flight} videos are under way, and your limit is {limit}: {takes} more would be too many. Wait for some to end.</source>
        <translation>{in_flight} videos are under way, and your limit is {limit}: {takes} more would be too many. Wait for some to end.</translation>
    </message>
    <message>
        <source>You sent this very request a moment ago. Confirm it if you want to pay once more.</source>
        <translation>You sent this very request a moment ago. Confirm it if you want to pay once more.</translation>
    </message>
    <message>
        <source>This video belongs to another wallet. Switch to that wallet first.</source>
        <translation>This video belongs to another wallet. Switch to that wallet first.</translation>
    </message>
    <message>
        <source>Task {task_id} cannot be the one of this video.</source>
        <translation>Task {task_id} cannot be the one of this video.</translation>
    </message>
    <message>
        <source>{vendor} knows no task {task_id} under this key. Check the id.</source>
        <translation>{vendor} knows no task {task_id} under this key. Check the id.</translation>
    </message>
    <message>
        <source>Task {task_id} belongs to another video of the library already.</source>
        <translation>Task {task_id} belongs to another video of the library already.</translation>
    </message>
    <message>
        <source>Task {task_id} was made for another request than this video&apos;s.</source>
        <translation>Task {task_id} was made for another request than this video&apos;s.</translation>
    </message>
    <message>
        <source>{vendor} reported a problem.</source>
        <translation>{vendor} reported a problem.</translation>
    </message>
    <message>
        <source>{vendor} could not be reached. Check the network and try again.</source>
        <translation>{vendor} could not be reached. Check the network and try again.</translation>
    </message>
    <message>
        <source>A file of this request could not be uploaded. Try again.</source>
        <translation>A file of this request could not be uploaded. Try again.</translation>
    </message>
    <message>
        <source>The connection broke before {vendor} answered. It may have taken the request, so it is not sent again; the card shows when more is known.</source>
        <translation>The connection broke before {vendor} answered. It may have taken the request, so it is not sent again; the card shows when more is known.</translation>
    </message>
    <message>
        <source>{vendor} asks for a slower pace. Wait a moment and try again.</source>
        <translation>{vendor} asks for a slower pace. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>{vendor} does not answer at the moment. The program keeps trying.</source>
        <translation>{vendor} does not answer at the moment. The program keeps trying.</translation>
    </message>
    <message>
        <source>{vendor} sent an answer that makes no sense. The program keeps trying.</source>
        <translation>{vendor} sent an answer that makes no sense. The program keeps trying.</translation>
    </message>
    <message>
        <source>{vendor} refused the request. Change it and try again.</source>
        <translation>{vendor} refused the request. Change it and try again.</translation>
    </message>
    <message>
        <source>{vendor} rejected the API key. Check the key or enter another one.</source>
        <translation>{vendor} rejected the API key. Check the key or enter another one.</translation>
    </message>
    <message>
        <source>The spending cap of this API key is reached. Raise it on {vendor}&apos;s site.</source>
        <translation>The spending cap of this API key is reached. Raise it on {vendor}&apos;s site.</translation>
    </message>
    <message>
        <source>{vendor} says that the account is out of credits. Top up and try again.</source>
        <translation>{vendor} says that the account is out of credits. Top up and try again.</translation>
    </message>
    <message>
        <source>{vendor} no longer offers this model. Choose another model.</source>
        <translation>{vendor} no longer offers this model. Choose another model.</translation>
    </message>
    <message>
        <source>{vendor} is under maintenance. Try again in a few minutes.</source>
        <translation>{vendor} is under maintenance. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>The prompt breaks {vendor}&apos;s content rules. Rewrite it and try again.</source>
        <translation>The prompt breaks {vendor}&apos;s content rules. Rewrite it and try again.</translation>
    </message>
    <message>
        <source>{vendor} could not fetch a file that was uploaded for it. Try again: it is uploaded anew.</source>
        <translation>{vendor} could not fetch a file that was uploaded for it. Try again: it is uploaded anew.</translation>
    </message>
    <message>
        <source>{vendor} does not take a file of this request. Choose another one.</source>
        <translation>{vendor} does not take a file of this request. Choose another one.</translation>
    </message>
    <message>
        <source>The video is ready, but its file is not on this computer yet.</source>
        <translation>The video is ready, but its file is not on this computer yet.</translation>
    </message>
    <message>
        <source>{vendor} names {host} for the file; that address is not safe to open.</source>
        <translation>{vendor} names {host} for the file; that address is not safe to open.</translation>
    </message>
    <message>
        <source>{vendor} says that this video cost {claimed}, which cannot be right at a price of {price}. The ledger does not take it; a true difference shows when the balance is compared.</source>
        <translation>{vendor} says that this video cost {claimed}, which cannot be right at a price of {price}. The ledger does not take it; a true difference shows when the balance is compared.</translation>
    </message>
    <message>
        <source>{vendor} has removed the file of this video.</source>
        <translation>{vendor} has removed the file of this video.</translation>
    </message>
    <message>
        <source>{vendor} no longer has the file of this video, not even under a fresh address.</source>
        <translation>{vendor} no longer has the file of this video, not even under a fresh address.</translation>
    </message>
    <message>
        <source>The download broke off. The program fetches the rest by itself.</source>
        <translation>The download broke off. The program fetches the rest by itself.</translation>
    </message>
    <message>
        <source>The file is larger than a clip can be, so it was not downloaded.</source>
        <translation>The file is larger than a clip can be, so it was not downloaded.</translation>
    </message>
    <message>
        <source>What was downloaded is not a video that plays. The program fetches it again.</source>
        <translation>What was downloaded is not a video that plays. The program fetches it again.</translation>
    </message>
    <message>
        <source>The clip&apos;s file is not on this computer.</source>
        <translation>The clip&apos;s file is not on this computer.</translation>
    </message>
    <message>
        <source>The file of this video is not on this computer, and there is nowhere to fetch it from.</source>
        <translation>The file of this video is not on this computer, and there is nowhere to fetch it from.</translation>
    </message>
    <message>
        <source>{missing} of {count} videos are left out: their files are not on this computer.</source>
        <translation>{missing} of {count} videos are left out: their files are not on this computer.</translation>
    </message>
    <message>
        <source>{count} of the files were left as they are: their content credentials, or an unknown layout, allow no change. Where one names its prompt, it still does.</source>
        <translation>{count} of the files were left as they are: their content credentials, or an unknown layout, allow no change. Where one names its prompt, it still does.</translation>
    </message>
    <message>
        <source>The file could not be examined. The program tries again by itself.</source>
        <translation>The file could not be examined. The program tries again by itself.</translation>
    </message>
    <message>
        <source>The library cannot be used.</source>
        <translation>The library cannot be used.</translation>
    </message>
    <message>
        <source>A newer version of VideoGen wrote this library. Install that version.</source>
        <translation>A newer version of VideoGen wrote this library. Install that version.</translation>
    </message>
    <message>
        <source>There is no library in {path}.</source>
        <translation>There is no library in {path}.</translation>
    </message>
    <message>
        <source>This library is older than the program. Close other windows and start again.</source>
        <translation>This library is older than the program. Close other windows and start again.</translation>
    </message>
    <message>
        <source>The rules inside the library were changed. Restore a backup of {path}.</source>
        <translation>The rules inside the library were changed. Restore a backup of {path}.</translation>
    </message>
    <message>
        <source>The library cannot be written ({condition}). Check the free space and the access rights.</source>
        <translation>The library cannot be written ({condition}). Check the free space and the access rights.</translation>
    </message>
    <message>
        <source>View only: the library&apos;s folder is read-only, so nothing can be made or changed.</source>
        <translation>View only: the library&apos;s folder is read-only, so nothing can be made or changed.</translation>
    </message>
    <message>
        <source>The second backup could not be written to {folder}: {condition}.</source>
        <translation>The second backup could not be written to {folder}: {condition}.</translation>
    </message>
    <message>
        <source>Paid tasks that are not in this library: {count}. An older copy of it may have been put back.</source>
        <translation>Paid tasks that are not in this library: {count}. An older copy of it may have been put back.</translation>
    </message>
    <message>
        <source>The library is damaged or missing. Nothing was changed: choose how to go on.</source>
        <translation>The library is damaged or missing. Nothing was changed: choose how to go on.</translation>
    </message>
    <message>
        <source>What could be recovered does not add up, so nothing was changed.</source>
        <translation>What could be recovered does not add up, so nothing was changed.</translation>
    </message>
    <message>
        <source>No video can be kept in {folder}. Check the folder, the access rights and the free space.</source>
        <translation>No video can be kept in {folder}. Check the folder, the access rights and the free space.</translation>
    </message>
    <message>
        <source>The disk is full. Downloads wait and go on by themselves once there is space.</source>
        <translation>The disk is full. Downloads wait and go on by themselves once there is space.</translation>
    </message>
    <message>
        <source>This clip does not say how it was made.</source>
        <translation>This clip does not say how it was made.</translation>
    </message>
    <message>
        <source>The bin does not take {path}. The file stays there; removing it by hand cannot be undone.</source>
        <translation>The bin does not take {path}. The file stays there; removing it by hand cannot be undone.</translation>
    </message>
    <message>
        <source>VideoGen was updated while it ran. Close this window and start it again; nothing is lost.</source>
        <translation>VideoGen was updated while it ran. Close this window and start it again; nothing is lost.</translation>
    </message>
    <message>
        <source>VideoGen already runs with this library. Close the other window first.</source>
        <translation>VideoGen already runs with this library. Close the other window first.</translation>
    </message>
    <message>
        <source>Settings could not be read and start afresh. The old file was kept.</source>
        <translation>Settings could not be read and start afresh. The old file was kept.</translation>
    </message>
    <message>
        <source>No API key is known for {api_base}. Enter one first.</source>
        <translation>No API key is known for {api_base}. Enter one first.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used. Unlock it, or enter the key again in the settings.</source>
        <translation>The system&apos;s keyring cannot be used. Unlock it, or enter the key again in the settings.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring keeps no password: that of the proxy holds for this run only, and is no longer in the settings file.</source>
        <translation>The system&apos;s keyring keeps no password: that of the proxy holds for this run only, and is no longer in the settings file.</translation>
    </message>
    <message>
        <source>The text helper gave no text. Your description stays as it is.</source>
        <translation>The text helper gave no text. Your description stays as it is.</translation>
    </message>
    <message>
        <source>{api_base} is not a safe address. Use one that begins with https.</source>
        <translation>{api_base} is not a safe address. Use one that begins with https.</translation>
    </message>
    <message>
        <source>The program met a defect and stopped watching your videos. Start it again: it goes on.</source>
        <translation>The program met a defect and stopped watching your videos. Start it again: it goes on.</translation>
    </message>
    <message>
        <source>Webhooks are not received. Videos are followed as usual.</source>
        <translation>Webhooks are not received. Videos are followed as usual.</translation>
    </message>
    <message>
        <source>The sandbox stopped. Start the program again.</source>
        <translation>The sandbox stopped. Start the program again.</translation>
    </message>
    <message>
        <source>There is a file {path} already, and nothing is overwritten. Choose another name.</source>
        <translation>There is a file {path} already, and nothing is overwritten. Choose another name.</translation>
    </message>
    <message>
        <source>The folder of {path} is no longer there. Choose another place.</source>
        <translation>The folder of {path} is no longer there. Choose another place.</translation>
    </message>
    <message>
        <source>There is no space left for {path}. Free some, or choose another place.</source>
        <translation>There is no space left for {path}. Free some, or choose another place.</translation>
    </message>
    <message>
        <source>{path} is one of the library&apos;s own files. Choose another place.</source>
        <translation>{path} is one of the library&apos;s own files. Choose another place.</translation>
    </message>
    <message>
        <source>Nothing is left of a clip that was cut. Move its ends apart.</source>
        <translation>Nothing is left of a clip that was cut. Move its ends apart.</translation>
    </message>
    <message>
        <source>The video is too long for the size that is taken there. Cut it, or send a part.</source>
        <translation>The video is too long for the size that is taken there. Cut it, or send a part.</translation>
    </message>
    <message>
        <source>Choose 1 to 500 videos whose files are here.</source>
        <translation>Choose 1 to 500 videos whose files are here.</translation>
    </message>
    <message>
        <source>This costs {price} and would pass your cap of {cap} a day; {spent} are used today.</source>
        <translation>This costs {price} and would pass your cap of {cap} a day; {spent} are used today.</translation>
    </message>
    <message>
        <source>This costs {price} and would pass your cap of {cap} a month; {spent} are used this month.</source>
        <translation>This costs {price} and would pass your cap of {cap} a month; {spent} are used this month.</translation>
    </message>
    <message>
        <source>Another program uses port {port}: webhooks are not received, videos are followed anyway.</source>
        <translation>Another program uses port {port}: webhooks are not received, videos are followed anyway.</translation>
    </message>
    <message>
        <source>Port {port} may not be used here. Choose another in Settings › Webhook.</source>
        <translation>Port {port} may not be used here. Choose another in Settings › Webhook.</translation>
    </message>
    <message>
        <source>To receive webhooks, enter a public https address in Settings › Webhook.</source>
        <translation>To receive webhooks, enter a public https address in Settings › Webhook.</translation>
    </message>
    <message>
        <source>To receive webhooks, enter the signing key in Settings › Webhook.</source>
        <translation>To receive webhooks, enter the signing key in Settings › Webhook.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the signing key: webhooks are not received.</source>
        <translation>The system&apos;s keyring does not give the signing key: webhooks are not received.</translation>
    </message>
    <message>
        <source>another program keeps it busy</source>
        <translation>another program keeps it busy</translation>
    </message>
    <message>
        <source>another program has it open; close that one</source>
        <translation>another program has it open; close that one</translation>
    </message>
    <message>
        <source>it is read-only here</source>
        <translation>it is read-only here</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>the disk reports an error</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>the file is damaged</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>the file cannot be opened</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Nothing was charged.</translation>
    </message>
    <message>
        <source>Whether it was charged cannot be read at the moment; its card will tell.</source>
        <translation>Whether it was charged cannot be read at the moment; its card will tell.</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”</source>
        <translation>{vendor} says: “{words}”</translation>
    </message>
    <message>
        <source>“{name}” is no longer there. Choose another file.</source>
        <translation>“{name}” is no longer there. Choose another file.</translation>
    </message>
    <message>
        <source>“{name}” may not be read. Check its access rights, or choose another file.</source>
        <translation>“{name}” may not be read. Check its access rights, or choose another file.</translation>
    </message>
    <message>
        <source>“{name}” could not be read. Check the drive that it is on, and try again.</source>
        <translation>“{name}” could not be read. Check the drive that it is on, and try again.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Choose a file.</source>
        <translation>“{name}” is not a file. Choose a file.</translation>
    </message>
    <message>
        <source>“{name}” is empty. Choose another file.</source>
        <translation>“{name}” is empty. Choose another file.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be used. Choose a JPEG, PNG, WebP or HEIC picture, or an MP4 video to take a frame of.</source>
        <translation>“{name}” is not a picture that can be used. Choose a JPEG, PNG, WebP or HEIC picture, or an MP4 video to take a frame of.</translation>
    </message>
    <message>
        <source>“{name}” is not a video that can be used. Choose an MP4 or MOV video.</source>
        <translation>“{name}” is not a video that can be used. Choose an MP4 or MOV video.</translation>
    </message>
    <message>
        <source>“{name}” is not a sound that can be used. Choose an MP3, WAV or M4A file.</source>
        <translation>“{name}” is not a sound that can be used. Choose an MP3, WAV or M4A file.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or cut off. Save it anew, or choose another file.</source>
        <translation>“{name}” is damaged or cut off. Save it anew, or choose another file.</translation>
    </message>
    <message>
        <source>“{name}” cannot be made small enough for this model. Choose another picture.</source>
        <translation>“{name}” cannot be made small enough for this model. Choose another picture.</translation>
    </message>
    <message>
        <source>“{name}” may say where it was taken, and that cannot be removed. Save it anew, then try again.</source>
        <translation>“{name}” may say where it was taken, and that cannot be removed. Save it anew, then try again.</translation>
    </message>
    <message>
        <source>“{name}” could not be examined. Save it in another format, then try again.</source>
        <translation>“{name}” could not be examined. Save it in another format, then try again.</translation>
    </message>
    <message>
        <source>“{name}” cannot be used. Choose another file.</source>
        <translation>“{name}” cannot be used. Choose another file.</translation>
    </message>
    <message>
        <source>“{name}” is too large ({size}); at most {most_bytes} can be used.</source>
        <translation>“{name}” is too large ({size}); at most {most_bytes} can be used.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels ({width} × {height}). Make the picture smaller, then try again.</source>
        <translation>“{name}” has too many pixels ({width} × {height}). Make the picture smaller, then try again.</translation>
    </message>
    <message>
        <source>A file that goes into this video is no longer in the library. Choose it again.</source>
        <translation>A file that goes into this video is no longer in the library. Choose it again.</translation>
    </message>
    <message>
        <source>This file cannot go into the video.</source>
        <translation>This file cannot go into the video.</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>the provider</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>Fetching %n videos first: they are not on this machine…</source>
        <translation>
            <numerusform>Fetching %n video first: it is not on this machine…</numerusform>
            <numerusform>Fetching %n videos first: they are not on this machine…</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompt copied.</source>
        <translation>Prompt copied.</translation>
    </message>
    <message numerus="yes">
        <source>%n videos copied. Paste into CapCut, Zalo or a folder.</source>
        <translation>
            <numerusform>%n video copied. Paste it into CapCut, Zalo or a folder.</numerusform>
            <numerusform>%n videos copied. Paste them into CapCut, Zalo or a folder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Old town by lantern light</source>
        <translation>Old town by lantern light</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>Insert {field}</source>
        <translation>Insert {field}</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>For example: {name}</translation>
    </message>
    <message>
        <source>Where to save your videos?</source>
        <translation>Where to save your videos?</translation>
    </message>
    <message>
        <source>From the next time on, one click saves a video there.</source>
        <translation>From the next time on, one click saves a video there.</translation>
    </message>
    <message>
        <source>The folder “{name}” is not there now.</source>
        <translation>The folder “{name}” is not there now.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Trim and export</source>
        <translation>Trim and export</translation>
    </message>
    <message>
        <source>Join and export</source>
        <translation>Join and export</translation>
    </message>
    <message>
        <source>Clips in their order</source>
        <translation>Clips in their order</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Move forward</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Move back</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Goes to: {folder}</source>
        <translation>Goes to: {folder}</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>Make the folder</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message numerus="yes">
        <source>%n clips · {length}</source>
        <translation>
            <numerusform>%n clip · {length}</numerusform>
            <numerusform>%n clips · {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join %n clips</source>
        <translation>
            <numerusform>Join %n clip</numerusform>
            <numerusform>Join %n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>No browser opened. The page is: %1</source>
        <translation>No browser opened. The page is: %1</translation>
    </message>
    <message>
        <source>%1 opens: choose a chat there and paste (Ctrl+V), the video is copied.</source>
        <translation>%1 opens: choose a chat there and paste (Ctrl+V), the video is copied.</translation>
    </message>
    <message>
        <source>%1 opens: drag the file from its folder there, then paste the prompt.</source>
        <translation>%1 opens: drag the file from its folder there, then paste the prompt.</translation>
    </message>
    <message>
        <source>%1 opens: drag the file from its folder there.</source>
        <translation>%1 opens: drag the file from its folder there.</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Cancel the export</translation>
    </message>
    <message>
        <source>The export begins…</source>
        <translation>The export begins…</translation>
    </message>
    <message>
        <source>Putting clips together</source>
        <translation>Putting clips together</translation>
    </message>
    <message>
        <source>Listening to the sound</source>
        <translation>Listening to the sound</translation>
    </message>
    <message>
        <source>Making the video</source>
        <translation>Making the video</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>As it is</translation>
    </message>
    <message>
        <source>Folder for CapCut, Premiere</source>
        <translation>Folder for CapCut, Premiere</translation>
    </message>
    <message>
        <source>Clips of the same kind stay as sharp as they are</source>
        <translation>Clips of the same kind stay as sharp as they are</translation>
    </message>
    <message>
        <source>Cut or of several shapes: the video is made anew, which takes longer</source>
        <translation>Cut or of several shapes: the video is made anew, which takes longer</translation>
    </message>
    <message>
        <source>Numbered clips and their order (FCPXML, EDL)</source>
        <translation>Numbered clips and their order (FCPXML, EDL)</translation>
    </message>
    <message>
        <source>Beside a picture of another shape</source>
        <translation>Beside a picture of another shape</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Blurred</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Black</translation>
    </message>
    <message>
        <source>Level the sound</source>
        <translation>Level the sound</translation>
    </message>
    <message>
        <source>As loud as other videos there, no clip louder than the next</source>
        <translation>As loud as other videos there, no clip louder than the next</translation>
    </message>
    <message>
        <source>Leave the prompt out</source>
        <translation>Leave the prompt out</translation>
    </message>
    <message>
        <source>The file does not say what was asked for</source>
        <translation>The file does not say what was asked for</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Below %1</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>Copy the file</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exported to %1</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>One frame back</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>One frame on</translation>
    </message>
    <message>
        <source>Set start</source>
        <translation>Set start</translation>
    </message>
    <message>
        <source>Set end</source>
        <translation>Set end</translation>
    </message>
    <message>
        <source>What is taken of the clip</source>
        <translation>What is taken of the clip</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} to {end}</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Where clips are saved</source>
        <translation>Where clips are saved</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Use the default folder</source>
        <translation>Use the default folder</translation>
    </message>
    <message>
        <source>CDN only</source>
        <translation>CDN only</translation>
    </message>
    <message>
        <source>Keeps no copy of your own: clips live in a bounded cache and are fetched again.</source>
        <translation>Keeps no copy of your own: clips live in a bounded cache and are fetched again.</translation>
    </message>
    <message>
        <source>Links expire: what you paid for can be lost.</source>
        <translation>Links expire: what you paid for can be lost.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Useful with a report; keys and private links are never written there.</source>
        <translation>Useful with a report; keys and private links are never written there.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Choose where clips are saved</source>
        <translation>Choose where clips are saved</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search in prompts</source>
        <translation>Search in prompts</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Every kind</translation>
    </message>
    <message>
        <source>Kind of movement</source>
        <translation>Kind of movement</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>Choose days…</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>Use this frame</source>
        <translation>Use this frame</translation>
    </message>
    <message>
        <source>Continue from the last frame</source>
        <translation>Continue from the last frame</translation>
    </message>
    <message>
        <source>As: {place}</source>
        <translation>As: {place}</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>Raise the resolution</source>
        <translation>Raise the resolution</translation>
    </message>
    <message>
        <source>{old} is no longer offered; {new} takes its place.</source>
        <translation>{old} is no longer offered; {new} takes its place.</translation>
    </message>
    <message>
        <source>{old} is not offered here; {new} comes nearest to it.</source>
        <translation>{old} is not offered here; {new} comes nearest to it.</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Mark as new</source>
        <translation>Mark as new</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Remove from favourites</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <translation>Cancel saving</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Open viewer</source>
        <translation>Open viewer</translation>
    </message>
    <message>
        <source>Clear it up…</source>
        <translation>Clear it up…</translation>
    </message>
    <message>
        <source>Fetch the video again</source>
        <translation>Fetch the video again</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save to a folder…</source>
        <translation>Save to a folder…</translation>
    </message>
    <message>
        <source>Copy video</source>
        <translation>Copy video</translation>
    </message>
    <message>
        <source>Trim and export…</source>
        <translation>Trim and export…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Share…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favourite</translation>
    </message>
    <message>
        <source>Add to collection…</source>
        <translation>Add to collection…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Mark as watched</source>
        <translation>Mark as watched</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Select</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Compare side by side</translation>
    </message>
    <message>
        <source>Open in another player</source>
        <translation>Open in another player</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Do not send</translation>
    </message>
    <message>
        <source>Continue from the last frame</source>
        <translation>Continue from the last frame</translation>
    </message>
    <message>
        <source>Edit and try again</source>
        <translation>Edit and try again</translation>
    </message>
    <message>
        <source>Reuse prompt</source>
        <translation>Reuse prompt</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>Copy prompt</translation>
    </message>
    <message>
        <source>Delete video</source>
        <translation>Delete video</translation>
    </message>
    <message numerus="yes">
        <source>Save %n videos</source>
        <translation>
            <numerusform>Save %n video</numerusform>
            <numerusform>Save %n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n videos to a folder…</source>
        <translation>
            <numerusform>Save %n video to a folder…</numerusform>
            <numerusform>Save %n videos to a folder…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join %n videos…</source>
        <translation>
            <numerusform>Join %n video…</numerusform>
            <numerusform>Join %n videos…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n videos</source>
        <translation>
            <numerusform>Copy %n video</numerusform>
            <numerusform>Copy %n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n videos</source>
        <translation>
            <numerusform>Rename %n video</numerusform>
            <numerusform>Rename %n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n prompts</source>
        <translation>
            <numerusform>Copy %n prompt</numerusform>
            <numerusform>Copy %n prompts</numerusform>
        </translation>
    </message>
    <message>
        <source>Playback position</source>
        <translation>Playback position</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Unmute</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Queued</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Processing</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>No prompt</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Square</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Just now</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: a file of the request is no longer there as it was chosen.</source>
        <translation>Not sent: a file of the request is no longer there as it was chosen.</translation>
    </message>
    <message>
        <source>Not sent: {vendor} does not take a file of the request.</source>
        <translation>Not sent: {vendor} does not take a file of the request.</translation>
    </message>
    <message>
        <source>Not sent: {vendor} rejected the API key when a file was uploaded.</source>
        <translation>Not sent: {vendor} rejected the API key when a file was uploaded.</translation>
    </message>
    <message>
        <source>Not sent: {vendor} takes no more files for now. Try again in a while.</source>
        <translation>Not sent: {vendor} takes no more files for now. Try again in a while.</translation>
    </message>
    <message>
        <source>Not sent: the proxy let no file through. See Network in the settings.</source>
        <translation>Not sent: the proxy let no file through. See Network in the settings.</translation>
    </message>
    <message>
        <source>Not sent: a file could not be uploaded, {vendor}&apos;s server does not answer.</source>
        <translation>Not sent: a file could not be uploaded, {vendor}&apos;s server does not answer.</translation>
    </message>
    <message>
        <source>Not sent: a file was uploaded, and {vendor}&apos;s answer made no sense.</source>
        <translation>Not sent: a file was uploaded, and {vendor}&apos;s answer made no sense.</translation>
    </message>
    <message>
        <source>You cancelled this video before it was sent.</source>
        <translation>You cancelled this video before it was sent.</translation>
    </message>
    <message>
        <source>It is not clear whether the request arrived.</source>
        <translation>It is not clear whether the request arrived.</translation>
    </message>
    <message>
        <source>{vendor} no longer has a record of it.</source>
        <translation>{vendor} no longer has a record of it.</translation>
    </message>
    <message>
        <source>Not sent: the proxy let nothing through. See Network in the settings.</source>
        <translation>Not sent: the proxy let nothing through. See Network in the settings.</translation>
    </message>
    <message>
        <source>{vendor}&apos;s content filter refused the prompt.</source>
        <translation>{vendor}&apos;s content filter refused the prompt.</translation>
    </message>
    <message>
        <source>This model only takes prompts in English.</source>
        <translation>This model only takes prompts in English.</translation>
    </message>
    <message>
        <source>It took {vendor} too long.</source>
        <translation>It took {vendor} too long.</translation>
    </message>
    <message>
        <source>{vendor} was too busy.</source>
        <translation>{vendor} was too busy.</translation>
    </message>
    <message>
        <source>{vendor} was under maintenance.</source>
        <translation>{vendor} was under maintenance.</translation>
    </message>
    <message>
        <source>{vendor} could not fetch a file that was uploaded for it.</source>
        <translation>{vendor} could not fetch a file that was uploaded for it.</translation>
    </message>
    <message>
        <source>The account at {vendor} is out of credits.</source>
        <translation>The account at {vendor} is out of credits.</translation>
    </message>
    <message>
        <source>{vendor} refused the request.</source>
        <translation>{vendor} refused the request.</translation>
    </message>
    <message>
        <source>Not sent: {vendor} could not be reached.</source>
        <translation>Not sent: {vendor} could not be reached.</translation>
    </message>
    <message>
        <source>{vendor} reported success but delivered no video.</source>
        <translation>{vendor} reported success but delivered no video.</translation>
    </message>
    <message>
        <source>You marked this video as failed.</source>
        <translation>You marked this video as failed.</translation>
    </message>
    <message>
        <source>{vendor} could not make the video.</source>
        <translation>{vendor} could not make the video.</translation>
    </message>
    <message>
        <source>Reported by {vendor}: {amount}</source>
        <translation>Reported by {vendor}: {amount}</translation>
    </message>
    <message>
        <source>Credits may have been charged.</source>
        <translation>Credits may have been charged.</translation>
    </message>
    <message>
        <source>No credits were charged.</source>
        <translation>No credits were charged.</translation>
    </message>
    <message>
        <source>Credits were charged.</source>
        <translation>Credits were charged.</translation>
    </message>
    <message>
        <source>Whether it was charged cannot be read at the moment.</source>
        <translation>Whether it was charged cannot be read at the moment.</translation>
    </message>
    <message>
        <source>Your credits were refunded.</source>
        <translation>Your credits were refunded.</translation>
    </message>
    <message>
        <source>No API key</source>
        <translation>No API key</translation>
    </message>
    <message>
        <source>API key rejected</source>
        <translation>API key rejected</translation>
    </message>
    <message>
        <source>{vendor} asks to wait</source>
        <translation>{vendor} asks to wait</translation>
    </message>
    <message>
        <source>{vendor} has problems</source>
        <translation>{vendor} has problems</translation>
    </message>
    <message>
        <source>No connection to {vendor}</source>
        <translation>No connection to {vendor}</translation>
    </message>
    <message>
        <source>Its state cannot be read</source>
        <translation>Its state cannot be read</translation>
    </message>
    <message>
        <source>The library cannot be written yet. Trying again…</source>
        <translation>The library cannot be written yet. Trying again…</translation>
    </message>
    <message>
        <source>{vendor} took it; the library cannot be written yet. Trying again…</source>
        <translation>{vendor} took it; the library cannot be written yet. Trying again…</translation>
    </message>
    <message>
        <source>%1 · longer than usual</source>
        <translation>%1 · longer than usual</translation>
    </message>
    <message>
        <source>%1 · less than a minute left</source>
        <translation>%1 · less than a minute left</translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n min left</source>
        <translation>
            <numerusform>%1 · about %n min left</numerusform>
            <numerusform>%1 · about %n min left</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Not on this computer</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Downloading</translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>Saving a copy…</translation>
    </message>
    <message>
        <source>Plays in another player only</source>
        <translation>Plays in another player only</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>{vendor} no longer has this video</source>
        <translation>{vendor} no longer has this video</translation>
    </message>
    <message>
        <source>The proxy lets no video through</source>
        <translation>The proxy lets no video through</translation>
    </message>
    <message>
        <source>The file&apos;s address is in a private network</source>
        <translation>The file&apos;s address is in a private network</translation>
    </message>
    <message>
        <source>The disk is full: comes once there is space</source>
        <translation>The disk is full: comes once there is space</translation>
    </message>
    <message>
        <source>The video could not be downloaded yet</source>
        <translation>The video could not be downloaded yet</translation>
    </message>
    <message>
        <source>Downloading the video…</source>
        <translation>Downloading the video…</translation>
    </message>
    <message>
        <source>The proxy, or a proxy program on this computer, lets nothing through to the server that has the file. It is tried again by itself; see Network in the settings.</source>
        <translation>The proxy, or a proxy program on this computer, lets nothing through to the server that has the file. It is tried again by itself; see Network in the settings.</translation>
    </message>
    <message>
        <source>Addresses inside your own network are never opened. If a proxy program answers for names itself (fake-IP), set its range to 198.18.0.0/15.</source>
        <translation>Addresses inside your own network are never opened. If a proxy program answers for names itself (fake-IP), set its range to 198.18.0.0/15.</translation>
    </message>
    <message>
        <source>Not heard of since {time}: {why}</source>
        <translation>Not heard of since {time}: {why}</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>Downloading %1</translation>
    </message>
    <message>
        <source>Downloaded %1</source>
        <translation>Downloaded %1</translation>
    </message>
    <message>
        <source>This computer has no video playback.</source>
        <translation>This computer has no video playback.</translation>
    </message>
    <message>
        <source>This format cannot be played here.</source>
        <translation>This format cannot be played here.</translation>
    </message>
    <message>
        <source>The video file is missing.</source>
        <translation>The video file is missing.</translation>
    </message>
    <message>
        <source>The video cannot be played.</source>
        <translation>The video cannot be played.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Video gallery</source>
        <translation>Video gallery</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n videos</source>
        <translation>
            <numerusform>Delete %n video</numerusform>
            <numerusform>Delete %n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>Has likely expired at {vendor}</source>
        <translation>Has likely expired at {vendor}</translation>
    </message>
    <message numerus="yes">
        <source>{vendor} keeps it for about %n days</source>
        <translation>
            <numerusform>{vendor} keeps it for about %n day</numerusform>
            <numerusform>{vendor} keeps it for about %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{vendor} keeps it for about %n hours</source>
        <translation>
            <numerusform>{vendor} keeps it for about %n hour</numerusform>
            <numerusform>{vendor} keeps it for about %n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>{vendor} keeps it for less than an hour</source>
        <translation>{vendor} keeps it for less than an hour</translation>
    </message>
    <message>
        <source>Date unknown</source>
        <translation>Date unknown</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <comment>date format</comment>
        <translation>dddd, MMMM d</translation>
    </message>
    <message>
        <source>dddd, MMMM d, yyyy</source>
        <comment>date format</comment>
        <translation>dddd, MMMM d, yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>%n take</numerusform>
            <numerusform>%n takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being made</source>
        <translation>
            <numerusform>%n being made</numerusform>
            <numerusform>%n being made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close the stack of %n takes</source>
        <translation>
            <numerusform>Close the stack of %n take</numerusform>
            <numerusform>Close the stack of %n takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n takes</source>
        <translation>
            <numerusform>Show all %n take</numerusform>
            <numerusform>Show all %n takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %n takes</source>
        <translation>
            <numerusform>Select all %n take</numerusform>
            <numerusform>Select all %n takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare all %n takes</source>
        <translation>
            <numerusform>Compare all %n take</numerusform>
            <numerusform>Compare all %n takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Preview under the pointer</source>
        <translation>Preview under the pointer</translation>
    </message>
    <message>
        <source>Moving over a card runs through the pictures of its video.</source>
        <translation>Moving over a card runs through the pictures of its video.</translation>
    </message>
    <message>
        <source>Notify when a video ends</source>
        <translation>Notify when a video ends</translation>
    </message>
    <message>
        <source>Only while the window is not in front.</source>
        <translation>Only while the window is not in front.</translation>
    </message>
    <message>
        <source>Tell me about new versions</source>
        <translation>Tell me about new versions</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>New versions</translation>
    </message>
    <message>
        <source>{packager} keeps VideoGen up to date on this computer.</source>
        <translation>{packager} keeps VideoGen up to date on this computer.</translation>
    </message>
</context>
<context>
    <name>GenerateButton</name>
    <message>
        <source>Price: {source}, {day}</source>
        <translation>Price: {source}, {day}</translation>
    </message>
    <message>
        <source>Left afterwards: {credits}</source>
        <translation>Left afterwards: {credits}</translation>
    </message>
    <message>
        <source>{takes} × {price} = {sum}</source>
        <translation>{takes} × {price} = {sum}</translation>
    </message>
    <message>
        <source>Since {day} another price is published: the next charge settles it.</source>
        <translation>Since {day} another price is published: the next charge settles it.</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>price not known</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message numerus="yes">
        <source>Create %n videos</source>
        <translation>
            <numerusform>Create %n video</numerusform>
            <numerusform>Create %n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>Create video</source>
        <translation>Create video</translation>
    </message>
    <message>
        <source>{action} · {price}</source>
        <translation>{action} · {price}</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>User guide</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contents</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Play money</source>
        <translation>Play money</translation>
    </message>
    <message>
        <source>This is the sandbox: its credits are not real and nothing costs anything.</source>
        <translation>This is the sandbox: its credits are not real and nothing costs anything.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>HeaderMenu</name>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Find videos by their task ids…</source>
        <translation>Find videos by their task ids…</translation>
    </message>
    <message>
        <source>Import videos from a folder…</source>
        <translation>Import videos from a folder…</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Statistics…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Keyboard shortcuts…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>User guide</translation>
    </message>
    <message>
        <source>About VideoGen</source>
        <translation>About VideoGen</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Recover…</source>
        <translation>Recover…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Diagnosis…</source>
        <translation>Diagnosis…</translation>
    </message>
    <message>
        <source>The library could not be opened</source>
        <translation>The library could not be opened</translation>
    </message>
    <message>
        <source>Nothing was changed: your videos and credits are as they were.</source>
        <translation>Nothing was changed: your videos and credits are as they were.</translation>
    </message>
    <message>
        <source>The library is in use</source>
        <translation>The library is in use</translation>
    </message>
    <message>
        <source>Another program is at work on this library, usually a videogen command.</source>
        <translation>Another program is at work on this library, usually a videogen command.</translation>
    </message>
    <message>
        <source>Nothing is lost. This window opens the library as soon as that one is done.</source>
        <translation>Nothing is lost. This window opens the library as soon as that one is done.</translation>
    </message>
    <message>
        <source>A newer version of VideoGen wrote this library; this one cannot read it.</source>
        <translation>A newer version of VideoGen wrote this library; this one cannot read it.</translation>
    </message>
    <message>
        <source>The library was not touched. Install the newer version and open it again.</source>
        <translation>The library was not touched. Install the newer version and open it again.</translation>
    </message>
    <message>
        <source>The library&apos;s file is not in its place, but there are backups of it.</source>
        <translation>The library&apos;s file is not in its place, but there are backups of it.</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged, so VideoGen writes nothing into it.</source>
        <translation>The library&apos;s file is damaged, so VideoGen writes nothing into it.</translation>
    </message>
    <message>
        <source>The clips that were downloaded are still on the disk, and nothing was deleted.</source>
        <translation>The clips that were downloaded are still on the disk, and nothing was deleted.</translation>
    </message>
    <message>
        <source>There is no good backup, but what can still be read can be saved.</source>
        <translation>There is no good backup, but what can still be read can be saved.</translation>
    </message>
    <message>
        <source>The newest good backup: {moment}.</source>
        <translation>The newest good backup: {moment}.</translation>
    </message>
    <message>
        <source>The rules inside the library were changed: its money can no longer be trusted.</source>
        <translation>The rules inside the library were changed: its money can no longer be trusted.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>Import videos from a folder</source>
        <translation>Import videos from a folder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Import videos</source>
        <translation>Import videos</translation>
    </message>
    <message>
        <source>Drop it to get this video&apos;s request back</source>
        <translation>Drop it to get this video&apos;s request back</translation>
    </message>
    <message>
        <source>Drop them to import them into the library</source>
        <translation>Drop them to import them into the library</translation>
    </message>
    <message>
        <source>Drop it to use it for the next video</source>
        <translation>Drop it to use it for the next video</translation>
    </message>
    <message>
        <source>Drop it to make a video of each of its rows</source>
        <translation>Drop it to make a video of each of its rows</translation>
    </message>
    <message>
        <source>VideoGen takes only videos, folders of them, pictures, sounds and tables</source>
        <translation>VideoGen takes only videos, folders of them, pictures, sounds and tables</translation>
    </message>
    <message>
        <source>The request of “{file}” is back in the form.</source>
        <translation>The request of “{file}” is back in the form.</translation>
    </message>
    <message>
        <source>This wallet does not offer {model}: choose another model.</source>
        <translation>This wallet does not offer {model}: choose another model.</translation>
    </message>
    <message>
        <source>“{file}” does not say how it was made, so there is no request to get back.</source>
        <translation>“{file}” does not say how it was made, so there is no request to get back.</translation>
    </message>
    <message>
        <source>“{file}” is no video that plays.</source>
        <translation>“{file}” is no video that plays.</translation>
    </message>
    <message>
        <source>Add to the library</source>
        <translation>Add to the library</translation>
    </message>
    <message>
        <source>Show the video</source>
        <translation>Show the video</translation>
    </message>
    <message>
        <source>Import the videos of the folder “{folder}”?</source>
        <translation>Import the videos of the folder “{folder}”?</translation>
    </message>
    <message>
        <source>Import the videos in what you dropped?</source>
        <translation>Import the videos in what you dropped?</translation>
    </message>
    <message numerus="yes">
        <source>Import %n videos?</source>
        <translation>
            <numerusform>Import %n video?</numerusform>
            <numerusform>Import %n videos?</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are, and it costs nothing. What the library has already does not come in again.</source>
        <translation>The files stay where they are, and it costs nothing. What the library has already does not come in again.</translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation>Looking for videos…</translation>
    </message>
    <message>
        <source>{done} of {total} files looked at</source>
        <translation>{done} of {total} files looked at</translation>
    </message>
    <message>
        <source>You may close this; the import goes on.</source>
        <translation>You may close this; the import goes on.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>What was imported stays in the library.</source>
        <translation>What was imported stays in the library.</translation>
    </message>
    <message>
        <source>There is no video here.</source>
        <translation>There is no video here.</translation>
    </message>
    <message>
        <source>Stopped before anything was imported.</source>
        <translation>Stopped before anything was imported.</translation>
    </message>
    <message>
        <source>There was nothing new to import.</source>
        <translation>There was nothing new to import.</translation>
    </message>
    <message numerus="yes">
        <source>%n videos imported.</source>
        <translation>
            <numerusform>%n video imported.</numerusform>
            <numerusform>%n videos imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n files were not looked at.</source>
        <translation>
            <numerusform>Stopped: %n file was not looked at.</numerusform>
            <numerusform>Stopped: %n files were not looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos of the library have their missing file again.</source>
        <translation>
            <numerusform>%n video of the library has its missing file again.</numerusform>
            <numerusform>%n videos of the library have their missing file again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos were in the library.</source>
        <translation>
            <numerusform>%n video was in the library.</numerusform>
            <numerusform>%n videos were in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos do not say how they were made and were left out.</source>
        <translation>
            <numerusform>%n video does not say how it was made and was left out.</numerusform>
            <numerusform>%n videos do not say how they were made and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are no videos that play.</source>
        <translation>
            <numerusform>%n file is no video that plays.</numerusform>
            <numerusform>%n files are no videos that play.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n more videos</source>
        <translation>
            <numerusform>Import %n more video</numerusform>
            <numerusform>Import %n more videos</numerusform>
        </translation>
    </message>
    <message>
        <source>A video that says nothing of itself takes its file&apos;s name as its prompt.</source>
        <translation>A video that says nothing of itself takes its file&apos;s name as its prompt.</translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message>
        <source>Swap first and last frame</source>
        <translation>Swap first and last frame</translation>
    </message>
    <message>
        <source>Add: {name}</source>
        <translation>Add: {name}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Remove: {name}</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Choose another file…</translation>
    </message>
    <message>
        <source>Crop to the chosen aspect ratio</source>
        <translation>Crop to the chosen aspect ratio</translation>
    </message>
    <message>
        <source>Move to the front</source>
        <translation>Move to the front</translation>
    </message>
    <message>
        <source>Move to the back</source>
        <translation>Move to the back</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>First</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>{name}: made smaller for this model.</source>
        <translation>{name}: made smaller for this model.</translation>
    </message>
    <message>
        <source>{model} takes no such file. Choose another model, then add it again.</source>
        <translation>{model} takes no such file. Choose another model, then add it again.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Trying the key…</source>
        <translation>Trying the key…</translation>
    </message>
    <message>
        <source>Keeping the key. If the system asks to unlock its keyring, please do…</source>
        <translation>Keeping the key. If the system asks to unlock its keyring, please do…</translation>
    </message>
    <message>
        <source>The key works. The account has {amount}.</source>
        <translation>The key works. The account has {amount}.</translation>
    </message>
    <message>
        <source>The key is kept.</source>
        <translation>The key is kept.</translation>
    </message>
    <message>
        <source>Key kept for this run only, not stored.</source>
        <translation>Key kept for this run only, not stored.</translation>
    </message>
    <message>
        <source>Key kept for this run only, not stored, ending in {ending}</source>
        <translation>Key kept for this run only, not stored, ending in {ending}</translation>
    </message>
    <message>
        <source>The key was not kept.</source>
        <translation>The key was not kept.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Paste your {vendor} API key</source>
        <translation>Paste your {vendor} API key</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API key</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>Get a key</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API address</translation>
    </message>
    <message>
        <source>Use another API address</source>
        <translation>Use another API address</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Tries the key with a call that is free</source>
        <translation>Tries the key with a call that is free</translation>
    </message>
    <message>
        <source>Keep and use</source>
        <translation>Keep and use</translation>
    </message>
</context>
<context>
    <name>KeyringChoice</name>
    <message>
        <source>The key works but is not kept. For this run only means: enter it again next time.</source>
        <translation>The key works but is not kept. For this run only means: enter it again next time.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation>Keep for this run only</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>This computer has no system keyring that could hold the key.</source>
        <translation>This computer has no system keyring that could hold the key.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked and was not opened.</source>
        <translation>The system&apos;s keyring is locked and was not opened.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the key.</source>
        <translation>The system&apos;s keyring did not take the key.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>first and last frame</source>
        <translation>first and last frame</translation>
    </message>
    <message>
        <source>references</source>
        <translation>references</translation>
    </message>
    <message>
        <source>edit a video</source>
        <translation>edit a video</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>extend</translation>
    </message>
    <message>
        <source>upscale</source>
        <translation>upscale</translation>
    </message>
    <message>
        <source>talking person</source>
        <translation>talking person</translation>
    </message>
    <message>
        <source>movement of another</source>
        <translation>movement of another</translation>
    </message>
    <message>
        <source>lip sync</source>
        <translation>lip sync</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Any shape</source>
        <translation>Any shape</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Any model</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>Other days…</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Show beside the cards</source>
        <translation>Show beside the cards</translation>
    </message>
    <message>
        <source>No video fits</source>
        <translation>No video fits</translation>
    </message>
    <message>
        <source>Try another word, or remove a filter.</source>
        <translation>Try another word, or remove a filter.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Clear search and filters</translation>
    </message>
    <message>
        <source>Search prompts…</source>
        <translation>Search prompts…</translation>
    </message>
    <message>
        <source>Search videos</source>
        <translation>Search videos</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>All collections</source>
        <translation>All collections</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Collections</translation>
    </message>
    <message>
        <source>Hide the collections</source>
        <translation>Hide the collections</translation>
    </message>
    <message>
        <source>All videos</source>
        <translation>All videos</translation>
    </message>
    <message>
        <source>Rename collection…</source>
        <translation>Rename collection…</translation>
    </message>
    <message>
        <source>Delete collection…</source>
        <translation>Delete collection…</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <translation>Cancel saving</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Join…</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favourites</translation>
    </message>
    <message>
        <source>Size and shape of the cards</source>
        <translation>Size and shape of the cards</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>Prompt A–Z</source>
        <translation>Prompt A–Z</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no videos yet</source>
        <translation>There are no videos yet</translation>
    </message>
    <message numerus="yes">
        <source>%n videos selected</source>
        <translation>
            <numerusform>%n video selected</numerusform>
            <numerusform>%n videos selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving %1 of %2 videos · %3</source>
        <translation>Saving %1 of %2 videos · %3</translation>
    </message>
    <message>
        <source>Take out of “%1”</source>
        <translation>Take out of “%1”</translation>
    </message>
    <message>
        <source>Taken out of “%1”</source>
        <translation>Taken out of “%1”</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>New collection…</translation>
    </message>
    <message>
        <source>Collection “%1” deleted</source>
        <translation>Collection “%1” deleted</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>New collection</translation>
    </message>
    <message>
        <source>Rename collection</source>
        <translation>Rename collection</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Name of the collection:</source>
        <translation>Name of the collection:</translation>
    </message>
    <message>
        <source>Delete collection</source>
        <translation>Delete collection</translation>
    </message>
    <message>
        <source>Delete the collection “%1”?</source>
        <translation>Delete the collection “%1”?</translation>
    </message>
    <message>
        <source>Its videos stay in the library.</source>
        <translation>Its videos stay in the library.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Another collection has this name. Choose a different one:</source>
        <translation>Another collection has this name. Choose a different one:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Added to “%1”</source>
        <translation>Added to “%1”</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Saved to %1</translation>
    </message>
    <message numerus="yes">
        <source>%n videos saved to %1</source>
        <translation>
            <numerusform>%n video saved to %1</numerusform>
            <numerusform>%n videos saved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved copies removed.</source>
        <translation>
            <numerusform>%n saved copy removed.</numerusform>
            <numerusform>%n saved copies removed.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 saved copies removed; what was changed since stays.</source>
        <translation>%1 of %2 saved copies removed; what was changed since stays.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>The files go to the system&apos;s bin. Credits that were spent do not come back.</source>
        <translation>The files go to the system&apos;s bin. Credits that were spent do not come back.</translation>
    </message>
    <message>
        <source>A video that is being made goes on and is charged all the same.</source>
        <translation>A video that is being made goes on and is charged all the same.</translation>
    </message>
    <message>
        <source>Delete this video from the library?</source>
        <translation>Delete this video from the library?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n videos from the library?</source>
        <translation>
            <numerusform>Delete %n video from the library?</numerusform>
            <numerusform>Delete %n videos from the library?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete video</source>
        <translation>Delete video</translation>
    </message>
    <message>
        <source>Video deleted</source>
        <translation>Video deleted</translation>
    </message>
    <message numerus="yes">
        <source>%n videos deleted</source>
        <translation>
            <numerusform>%n video deleted</numerusform>
            <numerusform>%n videos deleted</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>{needed} needed, {free} free in {folder}.</source>
        <translation>{needed} needed, {free} free in {folder}.</translation>
    </message>
    <message numerus="yes">
        <source>The disk is full: %n downloads wait and go on by themselves once there is space.</source>
        <translation>
            <numerusform>The disk is full: %n download waits and goes on by itself once there is space.</numerusform>
            <numerusform>The disk is full: %n downloads wait and go on by themselves once there is space.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is space again: the downloads go on.</source>
        <translation>There is space again: the downloads go on.</translation>
    </message>
    <message>
        <source>The video is being fetched again…</source>
        <translation>The video is being fetched again…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Card size</source>
        <translation>Card size</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>Each card as its clip is</source>
        <translation>Each card as its clip is</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Fill</translation>
    </message>
    <message>
        <source>All cards alike, filled by their pictures</source>
        <translation>All cards alike, filled by their pictures</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>Go to a day…</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>Go to a day</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message numerus="yes">
        <source>%n videos renamed</source>
        <translation>
            <numerusform>%n video renamed</numerusform>
            <numerusform>%n videos renamed</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>Enter the key…</translation>
    </message>
    <message numerus="yes">
        <source>{why} since {time}. %n videos wait for it; they go on there.</source>
        <translation>
            <numerusform>{why} since {time}. %n video waits for it; it goes on there.</numerusform>
            <numerusform>{why} since {time}. %n videos wait for it; they go on there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{why} since {time}. %n videos go on there, and VideoGen asks again by itself.</source>
        <translation>
            <numerusform>{why} since {time}. %n video goes on there, and VideoGen asks again by itself.</numerusform>
            <numerusform>{why} since {time}. %n videos go on there, and VideoGen asks again by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Credits a day</source>
        <translation>Credits a day</translation>
    </message>
    <message>
        <source>Credits a month</source>
        <translation>Credits a month</translation>
    </message>
    <message>
        <source>Videos at once</source>
        <translation>Videos at once</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>A video that would pass a limit is not sent, and costs nothing.</source>
        <translation>A video that would pass a limit is not sent, and costs nothing.</translation>
    </message>
    <message>
        <source>Enter a number above 0, or nothing for no limit.</source>
        <translation>Enter a number above 0, or nothing for no limit.</translation>
    </message>
    <message>
        <source>Set spending limits…</source>
        <translation>Set spending limits…</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>Fold away</translation>
    </message>
    <message>
        <source>The limits set cannot be read: nothing is sent until you set them again.</source>
        <translation>The limits set cannot be read: nothing is sent until you set them again.</translation>
    </message>
    <message>
        <source>at most {amount} a day</source>
        <translation>at most {amount} a day</translation>
    </message>
    <message>
        <source>at most {amount} a month</source>
        <translation>at most {amount} a month</translation>
    </message>
    <message numerus="yes">
        <source>at most %n videos at once</source>
        <translation>
            <numerusform>at most %n video at once</numerusform>
            <numerusform>at most %n videos at once</numerusform>
        </translation>
    </message>
    <message>
        <source>No spending limits</source>
        <translation>No spending limits</translation>
    </message>
    <message>
        <source>Limits: {limits}</source>
        <translation>Limits: {limits}</translation>
    </message>
    <message>
        <source>Used today: {day}, this month: {month}.</source>
        <translation>Used today: {day}, this month: {month}.</translation>
    </message>
    <message numerus="yes">
        <source>%n videos are under way.</source>
        <translation>
            <numerusform>%n video is under way.</numerusform>
            <numerusform>%n videos are under way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>Your video is being made. Please wait…</source>
        <translation>Your video is being made. Please wait…</translation>
    </message>
    <message>
        <source>Change the limits…</source>
        <translation>Change the limits…</translation>
    </message>
    <message>
        <source>Buy more credits</source>
        <translation>Buy more credits</translation>
    </message>
    <message>
        <source>Rescue them…</source>
        <translation>Rescue them…</translation>
    </message>
    <message>
        <source>The system could not open the file.</source>
        <translation>The system could not open the file.</translation>
    </message>
</context>
<context>
    <name>ManyVideos</name>
    <message>
        <source>The results were saved as {file}</source>
        <translation>The results were saved as {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n videos are being made.</source>
        <translation>
            <numerusform>%n video is being made.</numerusform>
            <numerusform>%n videos are being made.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Show the queue</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Select All</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Quit VideoGen</source>
        <translation>Quit VideoGen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>About VideoGen</source>
        <translation>About VideoGen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Minimize</source>
        <translation>Minimize</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>ModelControls</name>
    <message>
        <source>{model} does not have: {names}.</source>
        <translation>{model} does not have: {names}.</translation>
    </message>
    <message>
        <source>From the video “{prompt}”</source>
        <translation>From the video “{prompt}”</translation>
    </message>
    <message>
        <source>Make it fit</source>
        <translation>Make it fit</translation>
    </message>
    <message>
        <source>Crop “{name}” to {ratio}</source>
        <translation>Crop “{name}” to {ratio}</translation>
    </message>
    <message>
        <source>Still needed: {name}</source>
        <translation>Still needed: {name}</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Advanced</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Search models…</source>
        <translation>Search models…</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Search models</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>No model is called so.</source>
        <translation>No model is called so.</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>price not known</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>about {time}</translation>
    </message>
    <message>
        <source>{percent} succeed</source>
        <translation>{percent} succeed</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>ends soon</translation>
    </message>
    <message>
        <source>new</source>
        <translation>new</translation>
    </message>
</context>
<context>
    <name>ModelSelector</name>
    <message>
        <source>Model: {title}</source>
        <translation>Model: {title}</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>date unknown</source>
        <translation>date unknown</translation>
    </message>
</context>
<context>
    <name>Most</name>
    <message>
        <source>The price is not known</source>
        <translation>The price is not known</translation>
    </message>
    <message>
        <source>Nobody knows yet what this costs. How many credits may be held for it at most?
What it really cost is settled in the end, and the rest comes back.</source>
        <translation>Nobody knows yet what this costs. How many credits may be held for it at most?
What it really cost is settled in the end, and the rest comes back.</translation>
    </message>
    <message>
        <source>Hold and create</source>
        <translation>Hold and create</translation>
    </message>
    <message>
        <source>Do not create</source>
        <translation>Do not create</translation>
    </message>
</context>
<context>
    <name>MovementList</name>
    <message>
        <source>No movements yet.</source>
        <translation>No movements yet.</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Extra CA file</source>
        <translation>Extra CA file</translation>
    </message>
    <message>
        <source>For networks with certificates of their own. Certificates are always checked.</source>
        <translation>For networks with certificates of their own. Certificates are always checked.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>All of VideoGen&apos;s connections use it. HTTP and SOCKS5 both work.</source>
        <translation>All of VideoGen&apos;s connections use it. HTTP and SOCKS5 both work.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Proxy address</translation>
    </message>
    <message>
        <source>Not a proxy address. Try http://host:8080 or socks5://127.0.0.1:1080</source>
        <translation>Not a proxy address. Try http://host:8080 or socks5://127.0.0.1:1080</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Use none</translation>
    </message>
    <message>
        <source>The password goes into the system&apos;s keyring, not the settings file.</source>
        <translation>The password goes into the system&apos;s keyring, not the settings file.</translation>
    </message>
    <message>
        <source>The password of this proxy is in the system&apos;s keyring.</source>
        <translation>The password of this proxy is in the system&apos;s keyring.</translation>
    </message>
    <message>
        <source>The password of this proxy is kept for this run only.</source>
        <translation>The password of this proxy is kept for this run only.</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>Choose a certificate file</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>Aspect ratio</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>What must not appear</source>
        <translation>What must not appear</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Faithfulness to the description</source>
        <translation>Faithfulness to the description</translation>
    </message>
    <message>
        <source>Camera stands still</source>
        <translation>Camera stands still</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>Watermark</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>First frame</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Last frame</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Reference pictures</translation>
    </message>
    <message>
        <source>Reference videos</source>
        <translation>Reference videos</translation>
    </message>
    <message>
        <source>Reference sounds</source>
        <translation>Reference sounds</translation>
    </message>
    <message>
        <source>Source video</source>
        <translation>Source video</translation>
    </message>
    <message>
        <source>Source sound</source>
        <translation>Source sound</translation>
    </message>
    <message>
        <source>Picture of a person</source>
        <translation>Picture of a person</translation>
    </message>
    <message>
        <source>A video that goes in</source>
        <translation>A video that goes in</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Takes</translation>
    </message>
    <message>
        <source>Held at most</source>
        <translation>Held at most</translation>
    </message>
    <message>
        <source>The video that is continued</source>
        <translation>The video that is continued</translation>
    </message>
    <message>
        <source>Rewrite the description</source>
        <translation>Rewrite the description</translation>
    </message>
    <message>
        <source>Safety check</source>
        <translation>Safety check</translation>
    </message>
    <message>
        <source>Translate the description</source>
        <translation>Translate the description</translation>
    </message>
    <message>
        <source>Check for adult content</source>
        <translation>Check for adult content</translation>
    </message>
    <message>
        <source>Elements (people, things)</source>
        <translation>Elements (people, things)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>Shots</translation>
    </message>
    <message>
        <source>Several shots</source>
        <translation>Several shots</translation>
    </message>
    <message>
        <source>Rather several shots</source>
        <translation>Rather several shots</translation>
    </message>
    <message>
        <source>Shots of my own</source>
        <translation>Shots of my own</translation>
    </message>
    <message>
        <source>Search the web</source>
        <translation>Search the web</translation>
    </message>
    <message>
        <source>Also give the last frame</source>
        <translation>Also give the last frame</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>File format</translation>
    </message>
    <message>
        <source>Characters (ids)</source>
        <translation>Characters (ids)</translation>
    </message>
    <message>
        <source>Voices (ids)</source>
        <translation>Voices (ids)</translation>
    </message>
    <message>
        <source>Posture follows</source>
        <translation>Posture follows</translation>
    </message>
    <message>
        <source>Background from</source>
        <translation>Background from</translation>
    </message>
    <message>
        <source>Sound of the source</source>
        <translation>Sound of the source</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Acceleration</translation>
    </message>
    <message>
        <source>Number of frames</source>
        <translation>Number of frames</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Frames per second</translation>
    </message>
    <message>
        <source>Steps of computing</source>
        <translation>Steps of computing</translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation>Enlargement</translation>
    </message>
    <message>
        <source>Continue at second</source>
        <translation>Continue at second</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professional</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Playful</source>
        <translation>Playful</translation>
    </message>
    <message>
        <source>Daring</source>
        <translation>Daring</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>As it is</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>The picture</translation>
    </message>
    <message>
        <source>The video</source>
        <translation>The video</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Describe the video you want to make…</source>
        <translation>Describe the video you want to make…</translation>
    </message>
    <message>
        <source>This model takes no description</source>
        <translation>This model takes no description</translation>
    </message>
</context>
<context>
    <name>PromptLibraryDialog</name>
    <message>
        <source>Without a folder</source>
        <translation>Without a folder</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Every folder</source>
        <translation>Every folder</translation>
    </message>
    <message>
        <source>Library of descriptions</source>
        <translation>Library of descriptions</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>My styles</source>
        <translation>My styles</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Search…</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Rename the folder…</source>
        <translation>Rename the folder…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nothing is kept here yet. “Keep this description” is at the wand.</source>
        <translation>Nothing is kept here yet. “Keep this description” is at the wand.</translation>
    </message>
    <message>
        <source>No video was made of such a description yet.</source>
        <translation>No video was made of such a description yet.</translation>
    </message>
    <message>
        <source>No style of your own yet. Save one from the list of styles.</source>
        <translation>No style of your own yet. Save one from the list of styles.</translation>
    </message>
    <message>
        <source>Rename the folder</source>
        <translation>Rename the folder</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PromptLibraryPresenter</name>
    <message>
        <source>Kept.</source>
        <translation>Kept.</translation>
    </message>
    <message>
        <source>It is kept already.</source>
        <translation>It is kept already.</translation>
    </message>
    <message>
        <source>There is another style of this name.</source>
        <translation>There is another style of this name.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Deleted.</translation>
    </message>
    <message>
        <source>Export styles and descriptions</source>
        <translation>Export styles and descriptions</translation>
    </message>
    <message>
        <source>Import styles and descriptions</source>
        <translation>Import styles and descriptions</translation>
    </message>
    <message numerus="yes">
        <source>%n were exported.</source>
        <translation>
            <numerusform>%n was exported.</numerusform>
            <numerusform>%n were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were imported.</source>
        <translation>
            <numerusform>%n was imported.</numerusform>
            <numerusform>%n were imported.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file holds no styles and descriptions.</source>
        <translation>This file holds no styles and descriptions.</translation>
    </message>
    <message>
        <source>The file could not be read or written.</source>
        <translation>The file could not be read or written.</translation>
    </message>
</context>
<context>
    <name>PromptsPresenter</name>
    <message>
        <source>Kept descriptions</source>
        <translation>Kept descriptions</translation>
    </message>
    <message>
        <source>Nothing is kept by these words yet.</source>
        <translation>Nothing is kept by these words yet.</translation>
    </message>
    <message>
        <source>Search kept and earlier descriptions…</source>
        <translation>Search kept and earlier descriptions…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Earlier video</source>
        <translation>Earlier video</translation>
    </message>
    <message>
        <source>The description was kept. Ctrl+Space finds it again.</source>
        <translation>The description was kept. Ctrl+Space finds it again.</translation>
    </message>
    <message>
        <source>This description is kept already.</source>
        <translation>This description is kept already.</translation>
    </message>
    <message>
        <source>Write better</source>
        <translation>Write better</translation>
    </message>
    <message>
        <source>Translate into English</source>
        <translation>Translate into English</translation>
    </message>
    <message>
        <source>Insert a kept description…</source>
        <translation>Insert a kept description…</translation>
    </message>
    <message>
        <source>Keep this description</source>
        <translation>Keep this description</translation>
    </message>
    <message>
        <source>Library of descriptions…</source>
        <translation>Library of descriptions…</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>1 credit {worth}</source>
        <translation>1 credit {worth}</translation>
    </message>
    <message>
        <source>You paid</source>
        <translation>You paid</translation>
    </message>
    <message>
        <source>for</source>
        <translation>for</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>credits</translation>
    </message>
    <message>
        <source>Amount paid in dong</source>
        <translation>Amount paid in dong</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Not shown</translation>
    </message>
    <message>
        <source>Credits bought</source>
        <translation>Credits bought</translation>
    </message>
    <message>
        <source>Enter both amounts so that one credit is worth {least} to {most} ₫.</source>
        <translation>Enter both amounts so that one credit is worth {least} to {most} ₫.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Find them by their ids…</source>
        <translation>Find them by their ids…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Open the library</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>Recover…</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Recover</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Recover the library</source>
        <translation>Recover the library</translation>
    </message>
    <message>
        <source>The library and every backup are looked at…</source>
        <translation>The library and every backup are looked at…</translation>
    </message>
    <message>
        <source>Being recovered. Should it be cut off, the old file is still as it was.</source>
        <translation>Being recovered. Should it be cut off, the old file is still as it was.</translation>
    </message>
    <message>
        <source>The library is sound: nothing to recover.</source>
        <translation>The library is sound: nothing to recover.</translation>
    </message>
    <message>
        <source>A newer version wrote this library. Install that version.</source>
        <translation>A newer version wrote this library. Install that version.</translation>
    </message>
    <message>
        <source>The library&apos;s file is missing. Choose how to go on.</source>
        <translation>The library&apos;s file is missing. Choose how to go on.</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged. Choose how to go on.</source>
        <translation>The library&apos;s file is damaged. Choose how to go on.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the present file is kept as it is in a folder beside it, and clips that were downloaded stay where they are.</source>
        <translation>Nothing is deleted: the present file is kept as it is in a folder beside it, and clips that were downloaded stay where they are.</translation>
    </message>
    <message>
        <source>There is no backup that can be used.</source>
        <translation>There is no backup that can be used.</translation>
    </message>
    <message>
        <source>The backup of {moment}</source>
        <translation>The backup of {moment}</translation>
    </message>
    <message numerus="yes">
        <source>It has %n videos.</source>
        <translation>
            <numerusform>It has %n video.</numerusform>
            <numerusform>It has %n videos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Videos made after it will be missing.</source>
        <translation>Videos made after it will be missing.</translation>
    </message>
    <message>
        <source>What is newer comes out of the damaged file where it can be read; the rest will be missing.</source>
        <translation>What is newer comes out of the damaged file where it can be read; the rest will be missing.</translation>
    </message>
    <message>
        <source>Only what the damaged file still tells</source>
        <translation>Only what the damaged file still tells</translation>
    </message>
    <message>
        <source>A new library is made from the damaged file, without a backup. What cannot be read will be missing.</source>
        <translation>A new library is made from the damaged file, without a backup. What cannot be read will be missing.</translation>
    </message>
    <message>
        <source>An empty library</source>
        <translation>An empty library</translation>
    </message>
    <message>
        <source>Clips can be imported from their folder then, and found by their task ids.</source>
        <translation>Clips can be imported from their folder then, and found by their task ids.</translation>
    </message>
    <message>
        <source>Go on with “{choice}”?</source>
        <translation>Go on with “{choice}”?</translation>
    </message>
    <message>
        <source>The library is recovered</source>
        <translation>The library is recovered</translation>
    </message>
    <message numerus="yes">
        <source>%n videos in the library.</source>
        <translation>
            <numerusform>%n video in the library.</numerusform>
            <numerusform>%n videos in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them read out of the damaged file.</source>
        <translation>
            <numerusform>%n of them read out of the damaged file.</numerusform>
            <numerusform>%n of them read out of the damaged file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos of which it is unclear whether they were charged; they are never sent again.</source>
        <translation>
            <numerusform>%n video of which it is unclear whether it was charged; it is never sent again.</numerusform>
            <numerusform>%n videos of which it is unclear whether they were charged; they are never sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos could not be kept. Find them by their task ids.</source>
        <translation>
            <numerusform>%n video could not be kept. Find it by its task id.</numerusform>
            <numerusform>%n videos could not be kept. Find them by their task ids.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid tasks are not in the library; they can be found by their ids.</source>
        <translation>
            <numerusform>%n paid task is not in the library; it can be found by its id.</numerusform>
            <numerusform>%n paid tasks are not in the library; they can be found by their ids.</numerusform>
        </translation>
    </message>
    <message>
        <source>The old files lie unchanged in {folder}</source>
        <translation>The old files lie unchanged in {folder}</translation>
    </message>
</context>
<context>
    <name>Repeat</name>
    <message>
        <source>Make the very same video again?</source>
        <translation>Make the very same video again?</translation>
    </message>
    <message>
        <source>Make another one</source>
        <translation>Make another one</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message numerus="yes">
        <source>You sent this very request %n seconds ago.</source>
        <translation>
            <numerusform>You sent this very request %n second ago.</numerusform>
            <numerusform>You sent this very request %n seconds ago.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another one costs {price} more.</source>
        <translation>Another one costs {price} more.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Paste one or more task ids. Each is read with your own key and its video brought into the library; it costs nothing more.</source>
        <translation>Paste one or more task ids. Each is read with your own key and its video brought into the library; it costs nothing more.</translation>
    </message>
    <message>
        <source>Task ids</source>
        <translation>Task ids</translation>
    </message>
    <message>
        <source>Such as 5f3c… with one id on each line</source>
        <translation>Such as 5f3c… with one id on each line</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Show the video</source>
        <translation>Show the video</translation>
    </message>
    <message>
        <source>Yes, join them</source>
        <translation>Yes, join them</translation>
    </message>
    <message>
        <source>No, add it as a new video</source>
        <translation>No, add it as a new video</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Find videos by their task ids</source>
        <translation>Find videos by their task ids</translation>
    </message>
    <message>
        <source>Waiting its turn…</source>
        <translation>Waiting its turn…</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Being read…</translation>
    </message>
    <message>
        <source>Not read. {why}</source>
        <translation>Not read. {why}</translation>
    </message>
    <message>
        <source>It is in the library already.</source>
        <translation>It is in the library already.</translation>
    </message>
    <message numerus="yes">
        <source>%n unclear videos are of just this request, and nothing says which one it is. Open the right one and enter this id there, or add it as a new video.</source>
        <translation>
            <numerusform>%n unclear video is of just this request. Open it and enter this id there, or add it as a new video.</numerusform>
            <numerusform>%n unclear videos are of just this request, and nothing says which one it is. Open the right one and enter this id there, or add it as a new video.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library has an unclear video of just this request. Is it that one?</source>
        <translation>The library has an unclear video of just this request. Is it that one?</translation>
    </message>
    <message>
        <source>There is no such task under the key in use.</source>
        <translation>There is no such task under the key in use.</translation>
    </message>
    <message>
        <source>Joined with the unclear video: it is ready and is being downloaded.</source>
        <translation>Joined with the unclear video: it is ready and is being downloaded.</translation>
    </message>
    <message>
        <source>Joined with the unclear video.</source>
        <translation>Joined with the unclear video.</translation>
    </message>
    <message>
        <source>Found: the video is being downloaded.</source>
        <translation>Found: the video is being downloaded.</translation>
    </message>
    <message>
        <source>Found: the video failed there.</source>
        <translation>Found: the video failed there.</translation>
    </message>
    <message>
        <source>Found: the video is still being made.</source>
        <translation>Found: the video is still being made.</translation>
    </message>
</context>
<context>
    <name>RewritingDialog</name>
    <message>
        <source>Write better</source>
        <translation>Write better</translation>
    </message>
    <message>
        <source>Translate into English</source>
        <translation>Translate into English</translation>
    </message>
    <message>
        <source>As you wrote it</source>
        <translation>As you wrote it</translation>
    </message>
    <message>
        <source>As the helper would write it</source>
        <translation>As the helper would write it</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Use this</translation>
    </message>
    <message>
        <source>Settings of the text helper</source>
        <translation>Settings of the text helper</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>The helper is writing…</source>
        <translation>The helper is writing…</translation>
    </message>
    <message>
        <source>The helper would change nothing.</source>
        <translation>The helper would change nothing.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Keep mine</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>Safety</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Recover the library</source>
        <translation>Recover the library</translation>
    </message>
    <message>
        <source>When its file is damaged: go on from a backup; nothing is deleted.</source>
        <translation>When its file is damaged: go on from a backup; nothing is deleted.</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Look at it…</translation>
    </message>
    <message>
        <source>Import videos from a folder</source>
        <translation>Import videos from a folder</translation>
    </message>
    <message>
        <source>Brings clips that VideoGen made back into the library, where they lie.</source>
        <translation>Brings clips that VideoGen made back into the library, where they lie.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>For a report of a fault, without keys and prompts. You see it first.</source>
        <translation>For a report of a fault, without keys and prompts. You see it first.</translation>
    </message>
    <message>
        <source>Diagnosis…</source>
        <translation>Diagnosis…</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation>Newest backup</translation>
    </message>
    <message>
        <source>A backup is being made…</source>
        <translation>A backup is being made…</translation>
    </message>
    <message>
        <source>VideoGen backs the library up by itself when it has changed.</source>
        <translation>VideoGen backs the library up by itself when it has changed.</translation>
    </message>
    <message>
        <source>There is no backup that can be used yet.</source>
        <translation>There is no backup that can be used yet.</translation>
    </message>
    <message numerus="yes">
        <source>{moment} · %n videos</source>
        <translation>
            <numerusform>{moment} · %n video</numerusform>
            <numerusform>{moment} · %n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>No second folder</source>
        <translation>No second folder</translation>
    </message>
    <message>
        <source>Second folder for backups</source>
        <translation>Second folder for backups</translation>
    </message>
    <message>
        <source>Best on another disk: it is still there when this one fails.</source>
        <translation>Best on another disk: it is still there when this one fails.</translation>
    </message>
    <message>
        <source>Choose a second folder for backups</source>
        <translation>Choose a second folder for backups</translation>
    </message>
</context>
<context>
    <name>SavingCard</name>
    <message>
        <source>You are asked the first time.</source>
        <translation>You are asked the first time.</translation>
    </message>
    <message>
        <source>Where one click saves videos</source>
        <translation>Where one click saves videos</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Names of saved files</source>
        <translation>Names of saved files</translation>
    </message>
    <message>
        <source>Saved files say nothing of what was asked for; yours keep it.</source>
        <translation>Saved files say nothing of what was asked for; yours keep it.</translation>
    </message>
    <message>
        <source>Leave the prompt out of saved files</source>
        <translation>Leave the prompt out of saved files</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Wallets and keys</source>
        <translation>Wallets and keys</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Text helper</source>
        <translation>Text helper</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>Some changes count once the library is opened again.</source>
        <translation>Some changes count once the library is opened again.</translation>
    </message>
    <message>
        <source>Open it again now</source>
        <translation>Open it again now</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Did {vendor} charge for this video?</source>
        <translation>Did {vendor} charge for this video?</translation>
    </message>
    <message>
        <source>Did {vendor} charge nothing for it?</source>
        <translation>Did {vendor} charge nothing for it?</translation>
    </message>
    <message>
        <source>Note it as charged</source>
        <translation>Note it as charged</translation>
    </message>
    <message>
        <source>Note it as not charged</source>
        <translation>Note it as not charged</translation>
    </message>
    <message>
        <source>The video counts as failed. It holds no credits, so your balance stays as it is.</source>
        <translation>The video counts as failed. It holds no credits, so your balance stays as it is.</translation>
    </message>
    <message>
        <source>{amount} count as spent and the video as failed. Once you have the task id, you can still bring the video in.</source>
        <translation>{amount} count as spent and the video as failed. Once you have the task id, you can still bring the video in.</translation>
    </message>
    <message>
        <source>{amount} are yours again and the video counts as failed; nothing is sent again. Should {vendor} charge after all, the difference shows in the statement.</source>
        <translation>{amount} are yours again and the video counts as failed; nothing is sent again. Should {vendor} charge after all, the difference shows in the statement.</translation>
    </message>
    <message>
        <source>At {vendor} this task differs in {differences}. Join them anyway?</source>
        <translation>At {vendor} this task differs in {differences}. Join them anyway?</translation>
    </message>
    <message>
        <source>Join them anyway</source>
        <translation>Join them anyway</translation>
    </message>
    <message>
        <source>This is no task id. Paste it as {vendor}&apos;s site shows it.</source>
        <translation>This is no task id. Paste it as {vendor}&apos;s site shows it.</translation>
    </message>
    <message>
        <source>Reading the task at {vendor}…</source>
        <translation>Reading the task at {vendor}…</translation>
    </message>
    <message>
        <source>Enter the task id</source>
        <translation>Enter the task id</translation>
    </message>
    <message>
        <source>Find this request in the history on {vendor}&apos;s site and paste its task id here. The task is read with your own key and its video brought in; nothing is sent again.</source>
        <translation>Find this request in the history on {vendor}&apos;s site and paste its task id here. The task is read with your own key and its video brought in; nothing is sent again.</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>Task id</translation>
    </message>
    <message>
        <source>Show that video</source>
        <translation>Show that video</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Join with the video</source>
        <translation>Join with the video</translation>
    </message>
    <message>
        <source>Enter the task id…</source>
        <translation>Enter the task id…</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Charged</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>Not charged</translation>
    </message>
    <message>
        <source>Have you looked at {vendor}&apos;s own history? The credits were:</source>
        <translation>Have you looked at {vendor}&apos;s own history? The credits were:</translation>
    </message>
    <message>
        <source>Asking {vendor} for the balance…</source>
        <translation>Asking {vendor} for the balance…</translation>
    </message>
    <message>
        <source>The balance could not be read. {why}</source>
        <translation>The balance could not be read. {why}</translation>
    </message>
    <message>
        <source>{vendor} has {amount} left: it looks as if this video was charged.</source>
        <translation>{vendor} has {amount} left: it looks as if this video was charged.</translation>
    </message>
    <message>
        <source>{vendor} has {amount} left: it looks as if this video was not charged.</source>
        <translation>{vendor} has {amount} left: it looks as if this video was not charged.</translation>
    </message>
    <message>
        <source>{vendor} has {amount} left: not charged so far, but the video may still be running there.</source>
        <translation>{vendor} has {amount} left: not charged so far, but the video may still be running there.</translation>
    </message>
    <message>
        <source>{vendor} has {amount} left, which does not tell whether it was charged.</source>
        <translation>{vendor} has {amount} left, which does not tell whether it was charged.</translation>
    </message>
    <message>
        <source>This is only a hint: the account may be used elsewhere too.</source>
        <translation>This is only a hint: the account may be used elsewhere too.</translation>
    </message>
    <message>
        <source>It could not be checked. {why}</source>
        <translation>It could not be checked. {why}</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>the model</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>the prompt</translation>
    </message>
    <message>
        <source>the shape</source>
        <translation>the shape</translation>
    </message>
    <message>
        <source>the options</source>
        <translation>the options</translation>
    </message>
    <message>
        <source>the pictures or other files</source>
        <translation>the pictures or other files</translation>
    </message>
    <message>
        <source>the time (made before you sent it)</source>
        <translation>the time (made before you sent it)</translation>
    </message>
    <message>
        <source>Joined with the task: the video is ready and is being downloaded.</source>
        <translation>Joined with the task: the video is ready and is being downloaded.</translation>
    </message>
    <message>
        <source>Joined with the task: the video failed there.</source>
        <translation>Joined with the task: the video failed there.</translation>
    </message>
    <message>
        <source>Joined with the task. It is followed until the video is ready.</source>
        <translation>Joined with the task. It is followed until the video is ready.</translation>
    </message>
    <message>
        <source>Noted: {amount} were charged.</source>
        <translation>Noted: {amount} were charged.</translation>
    </message>
    <message>
        <source>Noted: {amount} are yours again.</source>
        <translation>Noted: {amount} are yours again.</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Noted.</translation>
    </message>
</context>
<context>
    <name>ShapeMenu</name>
    <message>
        <source>Shape of the video: {shape}</source>
        <translation>Shape of the video: {shape}</translation>
    </message>
</context>
<context>
    <name>Shortage</name>
    <message>
        <source>{price} needed</source>
        <translation>{price} needed</translation>
    </message>
    <message>
        <source>{available} left, {lacking} short</source>
        <translation>{available} left, {lacking} short</translation>
    </message>
    <message>
        <source>Buy more credits</source>
        <translation>Buy more credits</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Collections</translation>
    </message>
    <message>
        <source>Video viewer</source>
        <translation>Video viewer</translation>
    </message>
    <message>
        <source>Many videos at once</source>
        <translation>Many videos at once</translation>
    </message>
    <message>
        <source>Trim and join</source>
        <translation>Trim and join</translation>
    </message>
    <message>
        <source>Comparing clips</source>
        <translation>Comparing clips</translation>
    </message>
    <message>
        <source>Show these shortcuts</source>
        <translation>Show these shortcuts</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Open the settings</translation>
    </message>
    <message>
        <source>To the next control, or back</source>
        <translation>To the next control, or back</translation>
    </message>
    <message>
        <source>Quit the program</source>
        <translation>Quit the program</translation>
    </message>
    <message>
        <source>Make the video</source>
        <translation>Make the video</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>Insert a kept or earlier description</source>
        <translation>Insert a kept or earlier description</translation>
    </message>
    <message>
        <source>Undo, also the emptying after sending</source>
        <translation>Undo, also the emptying after sending</translation>
    </message>
    <message>
        <source>Bring back what was just deleted</source>
        <translation>Bring back what was just deleted</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>Go to the search field</translation>
    </message>
    <message>
        <source>From there to the videos</source>
        <translation>From there to the videos</translation>
    </message>
    <message>
        <source>Empty the field, then leave it</source>
        <translation>Empty the field, then leave it</translation>
    </message>
    <message>
        <source>Move from video to video</source>
        <translation>Move from video to video</translation>
    </message>
    <message>
        <source>One screen up or down</source>
        <translation>One screen up or down</translation>
    </message>
    <message>
        <source>First or last video</source>
        <translation>First or last video</translation>
    </message>
    <message>
        <source>Show all takes, or one card for them</source>
        <translation>Show all takes, or one card for them</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>Go to a day</translation>
    </message>
    <message>
        <source>Larger or smaller cards</source>
        <translation>Larger or smaller cards</translation>
    </message>
    <message>
        <source>Cards of the usual size</source>
        <translation>Cards of the usual size</translation>
    </message>
    <message>
        <source>Open in the viewer</source>
        <translation>Open in the viewer</translation>
    </message>
    <message>
        <source>Make it a favourite, or no longer</source>
        <translation>Make it a favourite, or no longer</translation>
    </message>
    <message>
        <source>Give it a title</source>
        <translation>Give it a title</translation>
    </message>
    <message>
        <source>Mark as watched, or as new</source>
        <translation>Mark as watched, or as new</translation>
    </message>
    <message>
        <source>Rename it</source>
        <translation>Rename it</translation>
    </message>
    <message>
        <source>Delete it; its videos stay</source>
        <translation>Delete it; its videos stay</translation>
    </message>
    <message>
        <source>Copy the video, to paste it elsewhere</source>
        <translation>Copy the video, to paste it elsewhere</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>Copy the prompt</translation>
    </message>
    <message>
        <source>Use this frame</source>
        <translation>Use this frame</translation>
    </message>
    <message>
        <source>Continue from the last frame</source>
        <translation>Continue from the last frame</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Delete, after a question</source>
        <translation>Delete, after a question</translation>
    </message>
    <message>
        <source>Select more videos</source>
        <translation>Select more videos</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Select nothing</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Play or pause</translation>
    </message>
    <message>
        <source>1 second back or on</source>
        <translation>1 second back or on</translation>
    </message>
    <message>
        <source>3 seconds back or on</source>
        <translation>3 seconds back or on</translation>
    </message>
    <message>
        <source>One frame back or on</source>
        <translation>One frame back or on</translation>
    </message>
    <message>
        <source>To the start or the end</source>
        <translation>To the start or the end</translation>
    </message>
    <message>
        <source>To 0 %, 10 %… 90 % of the video</source>
        <translation>To 0 %, 10 %… 90 % of the video</translation>
    </message>
    <message>
        <source>Slower or faster</source>
        <translation>Slower or faster</translation>
    </message>
    <message>
        <source>Repeat, or no longer</source>
        <translation>Repeat, or no longer</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Sound on or off</translation>
    </message>
    <message>
        <source>Louder or quieter</source>
        <translation>Louder or quieter</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Show or hide the details</translation>
    </message>
    <message>
        <source>Previous or next video</source>
        <translation>Previous or next video</translation>
    </message>
    <message>
        <source>Paste: a video for each line</source>
        <translation>Paste: a video for each line</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Edit the cell</translation>
    </message>
    <message>
        <source>To the next row with a problem, or back</source>
        <translation>To the next row with a problem, or back</translation>
    </message>
    <message>
        <source>Remove the selected rows</source>
        <translation>Remove the selected rows</translation>
    </message>
    <message>
        <source>In the queue: earlier or later</source>
        <translation>In the queue: earlier or later</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Take the last change back</translation>
    </message>
    <message>
        <source>Leave full screen, or the viewer</source>
        <translation>Leave full screen, or the viewer</translation>
    </message>
    <message>
        <source>The clip starts at this frame</source>
        <translation>The clip starts at this frame</translation>
    </message>
    <message>
        <source>The clip ends at this frame</source>
        <translation>The clip ends at this frame</translation>
    </message>
    <message>
        <source>Move the clip forward or back</source>
        <translation>Move the clip forward or back</translation>
    </message>
    <message>
        <source>Take the clip out</source>
        <translation>Take the clip out</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Compare side by side</translation>
    </message>
    <message>
        <source>Keep that clip, the others go to the bin</source>
        <translation>Keep that clip, the others go to the bin</translation>
    </message>
    <message>
        <source>Hear the next clip</source>
        <translation>Hear the next clip</translation>
    </message>
    <message>
        <source>Of two: wipe, or side by side</source>
        <translation>Of two: wipe, or side by side</translation>
    </message>
    <message>
        <source>Move the line between them</source>
        <translation>Move the line between them</translation>
    </message>
    <message>
        <source>Of two: flip to the other, also held</source>
        <translation>Of two: flip to the other, also held</translation>
    </message>
    <message>
        <source>Leave, and keep them all</source>
        <translation>Leave, and keep them all</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>User guide</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>made-up prices</source>
        <translation>made-up prices</translation>
    </message>
    <message>
        <source>your own charge</source>
        <translation>your own charge</translation>
    </message>
    <message>
        <source>the model list of {vendor}</source>
        <translation>the model list of {vendor}</translation>
    </message>
    <message>
        <source>the price page of {vendor}</source>
        <translation>the price page of {vendor}</translation>
    </message>
    <message>
        <source>the price list of {vendor}</source>
        <translation>the price list of {vendor}</translation>
    </message>
    <message>
        <source>pages and price list of {vendor}</source>
        <translation>pages and price list of {vendor}</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>Statement</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export the lines shown</source>
        <translation>Export the lines shown</translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)…</source>
        <translation>Spreadsheet (CSV)…</translation>
    </message>
    <message>
        <source>Complete data (JSON)…</source>
        <translation>Complete data (JSON)…</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Movements</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>out {out} · in {into} · together {sum}</source>
        <translation>out {out} · in {into} · together {sum}</translation>
    </message>
    <message>
        <source>Reading the statement…</source>
        <translation>Reading the statement…</translation>
    </message>
    <message>
        <source>No movement matches.</source>
        <translation>No movement matches.</translation>
    </message>
    <message>
        <source>This wallet has no movements yet.</source>
        <translation>This wallet has no movements yet.</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>Save the statement</translation>
    </message>
    <message>
        <source>VideoGen statement</source>
        <translation>VideoGen statement</translation>
    </message>
</context>
<context>
    <name>StatementModel</name>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Available after</source>
        <translation>Available after</translation>
    </message>
</context>
<context>
    <name>StatementPresenter</name>
    <message>
        <source>Video ID</source>
        <translation>Video ID</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Watched</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Credits spent</source>
        <translation>Credits spent</translation>
    </message>
    <message>
        <source>Since the first video</source>
        <translation>Since the first video</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Last 12 months</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Save the statistics</source>
        <translation>Save the statistics</translation>
    </message>
    <message>
        <source>VideoGen statistics</source>
        <translation>VideoGen statistics</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>By model</translation>
    </message>
    <message>
        <source>By collection</source>
        <translation>By collection</translation>
    </message>
    <message>
        <source>Nothing in this period</source>
        <translation>Nothing in this period</translation>
    </message>
    <message>
        <source>Export (CSV)…</source>
        <translation>Export (CSV)…</translation>
    </message>
</context>
<context>
    <name>StatisticsPresenter</name>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
</context>
<context>
    <name>StylePresenter</name>
    <message>
        <source>Styles</source>
        <translation>Styles</translation>
    </message>
    <message>
        <source>Search styles…</source>
        <translation>Search styles…</translation>
    </message>
    <message>
        <source>No style is called so.</source>
        <translation>No style is called so.</translation>
    </message>
    <message>
        <source>Save as a style…</source>
        <translation>Save as a style…</translation>
    </message>
    <message>
        <source>No style</source>
        <translation>No style</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Save as a style</source>
        <translation>Save as a style</translation>
    </message>
    <message>
        <source>Rename the style</source>
        <translation>Rename the style</translation>
    </message>
    <message>
        <source>The style “{name}” was deleted.</source>
        <translation>The style “{name}” was deleted.</translation>
    </message>
    <message>
        <source>There is a style “{name}” already, or nothing to save in it.</source>
        <translation>There is a style “{name}” already, or nothing to save in it.</translation>
    </message>
    <message>
        <source>Saved as the style “{name}”.</source>
        <translation>Saved as the style “{name}”.</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>StyleStrip</name>
    <message>
        <source>Sent after the description: {words}</source>
        <translation>Sent after the description: {words}</translation>
    </message>
    <message>
        <source>Remove the style {name}</source>
        <translation>Remove the style {name}</translation>
    </message>
</context>
<context>
    <name>TakesStepper</name>
    <message numerus="yes">
        <source>%n videos at once</source>
        <translation>
            <numerusform>%n video at once</numerusform>
            <numerusform>%n videos at once</numerusform>
        </translation>
    </message>
    <message>
        <source>One video less</source>
        <translation>One video less</translation>
    </message>
    <message>
        <source>One video more</source>
        <translation>One video more</translation>
    </message>
</context>
<context>
    <name>TextHelper</name>
    <message>
        <source>The text helper is off. Enter its address in the settings.</source>
        <translation>The text helper is off. Enter its address in the settings.</translation>
    </message>
    <message>
        <source>The helper for trials works with the trial wallet only. Enter an address.</source>
        <translation>The helper for trials works with the trial wallet only. Enter an address.</translation>
    </message>
    <message>
        <source>Choose a model for the text helper in the settings.</source>
        <translation>Choose a model for the text helper in the settings.</translation>
    </message>
    <message>
        <source>The text helper cannot be reached. Check its address, and that it runs.</source>
        <translation>The text helper cannot be reached. Check its address, and that it runs.</translation>
    </message>
    <message>
        <source>The text helper took too long and was stopped.</source>
        <translation>The text helper took too long and was stopped.</translation>
    </message>
    <message>
        <source>The connection to the text helper broke off. Try again.</source>
        <translation>The connection to the text helper broke off. Try again.</translation>
    </message>
    <message>
        <source>The text helper does not accept this key.</source>
        <translation>The text helper does not accept this key.</translation>
    </message>
    <message>
        <source>There is no such model or address at the text helper.</source>
        <translation>There is no such model or address at the text helper.</translation>
    </message>
    <message>
        <source>The text helper has too much to do. Try again in a while.</source>
        <translation>The text helper has too much to do. Try again in a while.</translation>
    </message>
    <message>
        <source>The text helper refused the description.</source>
        <translation>The text helper refused the description.</translation>
    </message>
    <message>
        <source>The text helper has a problem of its own. Try again later.</source>
        <translation>The text helper has a problem of its own. Try again later.</translation>
    </message>
    <message>
        <source>The text helper names another address, to which nothing was sent. Enter that one.</source>
        <translation>The text helper names another address, to which nothing was sent. Enter that one.</translation>
    </message>
    <message>
        <source>What answers at this address is no text helper.</source>
        <translation>What answers at this address is no text helper.</translation>
    </message>
    <message>
        <source>The text helper answered with far too much text.</source>
        <translation>The text helper answered with far too much text.</translation>
    </message>
    <message>
        <source>The text helper answered with nothing.</source>
        <translation>The text helper answered with nothing.</translation>
    </message>
</context>
<context>
    <name>TextHelperPage</name>
    <message>
        <source>The trial wallet&apos;s own</source>
        <translation>The trial wallet&apos;s own</translation>
    </message>
    <message>
        <source>Text helper</source>
        <translation>Text helper</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible server: Ollama on this machine, or a paid one. Only what you press for is sent there: your description, the task and the model&apos;s name.</source>
        <translation>Any OpenAI-compatible server: Ollama on this machine, or a paid one. Only what you press for is sent there: your description, the task and the model&apos;s name.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring, for this address alone. Ollama needs none.</source>
        <translation>Kept in the system&apos;s keyring, for this address alone. Ollama needs none.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>By its name at that address.</source>
        <translation>By its name at that address.</translation>
    </message>
    <message>
        <source>Try the trial wallet&apos;s own</source>
        <translation>Try the trial wallet&apos;s own</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Keep the key</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Forget the key</translation>
    </message>
    <message>
        <source>List the models</source>
        <translation>List the models</translation>
    </message>
    <message>
        <source>Not a safe address. It begins with https, or is of your own network.</source>
        <translation>Not a safe address. It begins with https, or is of your own network.</translation>
    </message>
    <message>
        <source>Not encrypted: others in your network can read along, the key too.</source>
        <translation>Not encrypted: others in your network can read along, the key too.</translation>
    </message>
    <message>
        <source>A key is kept; enter another to replace it</source>
        <translation>A key is kept; enter another to replace it</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Asking…</translation>
    </message>
    <message>
        <source>The system&apos;s keyring keeps no key: it holds for this run only.</source>
        <translation>The system&apos;s keyring keeps no key: it holds for this run only.</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>There are none</translation>
    </message>
</context>
<context>
    <name>UpdateLink</name>
    <message>
        <source>New version {number} – View</source>
        <translation>New version {number} – View</translation>
    </message>
    <message>
        <source>Opens {host} in the browser. Nothing is installed by itself.</source>
        <translation>Opens {host} in the browser. Nothing is installed by itself.</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Once a day VideoGen reads one small file at {host}. It sends its name and version, and nothing else; it never installs anything by itself.</source>
        <translation>Once a day VideoGen reads one small file at {host}. It sends its name and version, and nothing else; it never installs anything by itself.</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>No credits moved for this video.</source>
        <translation>No credits moved for this video.</translation>
    </message>
    <message>
        <source>Total cost</source>
        <translation>Total cost</translation>
    </message>
    <message>
        <source>As you wrote it</source>
        <translation>As you wrote it</translation>
    </message>
    <message>
        <source>Record of the task</source>
        <translation>Record of the task</translation>
    </message>
    <message>
        <source>Hide the record</source>
        <translation>Hide the record</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>Show the record</translation>
    </message>
    <message>
        <source>Copy: {name}</source>
        <translation>Copy: {name}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Reported by {vendor}</source>
        <translation>Reported by {vendor}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>File size</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>{number} of {results} from one request</source>
        <translation>{number} of {results} from one request</translation>
    </message>
    <message>
        <source>{vendor} likely keeps it until</source>
        <translation>{vendor} likely keeps it until</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>Task id</translation>
    </message>
    <message>
        <source>differs in {names}</source>
        <translation>differs in {names}</translation>
    </message>
    <message>
        <source>It carries content credentials, which any change would break</source>
        <translation>It carries content credentials, which any change would break</translation>
    </message>
    <message>
        <source>Credits set aside</source>
        <translation>Credits set aside</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>Request sent</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Processing began</source>
        <translation>Processing began</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Cancelled before it was sent</source>
        <translation>Cancelled before it was sent</translation>
    </message>
    <message>
        <source>Unclear what became of it</source>
        <translation>Unclear what became of it</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation>Could not be sent</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>Saved on this computer</translation>
    </message>
    <message>
        <source>Deleted from the library</source>
        <translation>Deleted from the library</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Brought back</translation>
    </message>
    <message>
        <source>A later word differs from what was recorded</source>
        <translation>A later word differs from what was recorded</translation>
    </message>
    <message>
        <source>Reported done, but without a video</source>
        <translation>Reported done, but without a video</translation>
    </message>
    <message>
        <source>You had it checked again</source>
        <translation>You had it checked again</translation>
    </message>
    <message>
        <source>You entered the task id</source>
        <translation>You entered the task id</translation>
    </message>
    <message>
        <source>You said that it was charged</source>
        <translation>You said that it was charged</translation>
    </message>
    <message>
        <source>You said that it was not charged</source>
        <translation>You said that it was not charged</translation>
    </message>
    <message>
        <source>Recognised by its webhook</source>
        <translation>Recognised by its webhook</translation>
    </message>
    <message>
        <source>Brought in by its task id</source>
        <translation>Brought in by its task id</translation>
    </message>
    <message>
        <source>A late result came in as a new video</source>
        <translation>A late result came in as a new video</translation>
    </message>
    <message>
        <source>Came in as a further video of one request, at no cost</source>
        <translation>Came in as a further video of one request, at no cost</translation>
    </message>
    <message>
        <source>The request brought a further video, now in the library</source>
        <translation>The request brought a further video, now in the library</translation>
    </message>
    <message>
        <source>Another result of the request is no video, or is gone</source>
        <translation>Another result of the request is no video, or is gone</translation>
    </message>
    <message>
        <source>The file is no longer there to be fetched</source>
        <translation>The file is no longer there to be fetched</translation>
    </message>
    <message>
        <source>Read in from its file</source>
        <translation>Read in from its file</translation>
    </message>
    <message>
        <source>Details could not be written into the file; the clip is whole</source>
        <translation>Details could not be written into the file; the clip is whole</translation>
    </message>
    <message>
        <source>This format cannot be played here; the file is kept as it came</source>
        <translation>This format cannot be played here; the file is kept as it came</translation>
    </message>
    <message>
        <source>Saved from a damaged library</source>
        <translation>Saved from a damaged library</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Spent from what was set aside</source>
        <translation>Spent from what was set aside</translation>
    </message>
    <message>
        <source>Set-aside credits returned</source>
        <translation>Set-aside credits returned</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>Price adjusted</source>
        <translation>Price adjusted</translation>
    </message>
    <message>
        <source>Price: {source}, {day}</source>
        <translation>Price: {source}, {day}</translation>
    </message>
    <message>
        <source>Video viewer</source>
        <translation>Video viewer</translation>
    </message>
    <message>
        <source>Close the viewer</source>
        <translation>Close the viewer</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next video</source>
        <translation>Next video</translation>
    </message>
    <message>
        <source>Previous video</source>
        <translation>Previous video</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Hide details</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Play again</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>One frame back</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>One frame forward</translation>
    </message>
    <message>
        <source>Playback position</source>
        <translation>Playback position</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Unmute</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>Stop repeating</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Leave full screen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>Playback speed</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Updated.</source>
        <translation>Updated.</translation>
    </message>
    <message>
        <source>Checked: nothing has changed.</source>
        <translation>Checked: nothing has changed.</translation>
    </message>
    <message>
        <source>The file itself is safe on this computer: open it in the system&apos;s player.</source>
        <translation>The file itself is safe on this computer: open it in the system&apos;s player.</translation>
    </message>
    <message>
        <source>{vendor} has deleted the file, and it is not on this computer. The credits stay spent.</source>
        <translation>{vendor} has deleted the file, and it is not on this computer. The credits stay spent.</translation>
    </message>
    <message>
        <source>It is not sent again, so that you are not charged twice.</source>
        <translation>It is not sent again, so that you are not charged twice.</translation>
    </message>
    <message>
        <source>{amount} are held for this video.</source>
        <translation>{amount} are held for this video.</translation>
    </message>
    <message>
        <source>{amount} were spent; they come back if the video fails.</source>
        <translation>{amount} were spent; they come back if the video fails.</translation>
    </message>
    <message>
        <source>{amount} were set aside; what {vendor} does not take comes back.</source>
        <translation>{amount} were set aside; what {vendor} does not take comes back.</translation>
    </message>
    <message>
        <source>{vendor} says: “{words}”</source>
        <translation>{vendor} says: “{words}”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Saving a copy · %1</source>
        <translation>Saving a copy · %1</translation>
    </message>
    <message>
        <source>Related videos</source>
        <translation>Related videos</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Continues</source>
        <translation>Continues</translation>
    </message>
    <message>
        <source>Continued by</source>
        <translation>Continued by</translation>
    </message>
    <message>
        <source>Made at once</source>
        <translation>Made at once</translation>
    </message>
    <message>
        <source>The video that it continues is not in the library.</source>
        <translation>The video that it continues is not in the library.</translation>
    </message>
    <message>
        <source>What went in</source>
        <translation>What went in</translation>
    </message>
    <message>
        <source>This file is no longer in the library.</source>
        <translation>This file is no longer in the library.</translation>
    </message>
</context>
<context>
    <name>WalletButton</name>
    <message>
        <source>Manage wallets and keys…</source>
        <translation>Manage wallets and keys…</translation>
    </message>
    <message>
        <source>Wallet in use: {wallet}</source>
        <translation>Wallet in use: {wallet}</translation>
    </message>
</context>
<context>
    <name>WalletCard</name>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Use this wallet</source>
        <translation>Use this wallet</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>Remove the key</translation>
    </message>
    <message>
        <source>Remove it for good</source>
        <translation>Remove it for good</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Runs on this computer with made-up credits; nothing costs anything.</source>
        <translation>Runs on this computer with made-up credits; nothing costs anything.</translation>
    </message>
    <message>
        <source>Key in the system&apos;s keyring, ending in {ending}</source>
        <translation>Key in the system&apos;s keyring, ending in {ending}</translation>
    </message>
    <message>
        <source>Has a key</source>
        <translation>Has a key</translation>
    </message>
    <message>
        <source>No key can be read for this wallet</source>
        <translation>No key can be read for this wallet</translation>
    </message>
</context>
<context>
    <name>WalletsPage</name>
    <message>
        <source>Wallets and keys</source>
        <translation>Wallets and keys</translation>
    </message>
    <message>
        <source>Add a {vendor} key</source>
        <translation>Add a {vendor} key</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring only, and sent to this API address only.</source>
        <translation>The key is kept in the system&apos;s keyring only, and sent to this API address only.</translation>
    </message>
    <message>
        <source>Value of a credit</source>
        <translation>Value of a credit</translation>
    </message>
    <message>
        <source>As on your receipt. Prices are then shown in dong too, always as ≈; credits stay what is counted.</source>
        <translation>As on your receipt. Prices are then shown in dong too, always as ≈; credits stay what is counted.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring could not be opened, so the key is still there. Unlock it and try again.</source>
        <translation>The system&apos;s keyring could not be opened, so the key is still there. Unlock it and try again.</translation>
    </message>
</context>
<context>
    <name>Webhook</name>
    <message>
        <source>Off: VideoGen asks by itself whether a video is ready.</source>
        <translation>Off: VideoGen asks by itself whether a video is ready.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>Listening on port {port}. Received: {accepted}, refused: {refused}.</source>
        <translation>Listening on port {port}. Received: {accepted}, refused: {refused}.</translation>
    </message>
    <message>
        <source>Webhooks are not received. Videos are followed as usual.</source>
        <translation>Webhooks are not received. Videos are followed as usual.</translation>
    </message>
    <message>
        <source>The test went all the way round and arrived here.</source>
        <translation>The test went all the way round and arrived here.</translation>
    </message>
    <message>
        <source>There is nothing to test: VideoGen does not listen.</source>
        <translation>There is nothing to test: VideoGen does not listen.</translation>
    </message>
    <message>
        <source>Nobody answers at the public address. Does the tunnel run?</source>
        <translation>Nobody answers at the public address. Does the tunnel run?</translation>
    </message>
    <message>
        <source>The public address answers {status} but does not lead here. Check the tunnel&apos;s port.</source>
        <translation>The public address answers {status} but does not lead here. Check the tunnel&apos;s port.</translation>
    </message>
    <message>
        <source>The test came here and was refused ({status}). Is the clock right?</source>
        <translation>The test came here and was refused ({status}). Is the clock right?</translation>
    </message>
</context>
<context>
    <name>WebhookKeyForm</name>
    <message>
        <source>A key is kept; enter another to replace it</source>
        <translation>A key is kept; enter another to replace it</translation>
    </message>
    <message>
        <source>The signing key is kept.</source>
        <translation>The signing key is kept.</translation>
    </message>
    <message>
        <source>Webhook signing key</source>
        <translation>Webhook signing key</translation>
    </message>
    <message>
        <source>Keep the signing key</source>
        <translation>Keep the signing key</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation>Keep for this run only</translation>
    </message>
</context>
<context>
    <name>WebhookPage</name>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Receive webhooks</source>
        <translation>Receive webhooks</translation>
    </message>
    <message>
        <source>Says at once when a video is ready. Needs a tunnel of your own to here.</source>
        <translation>Says at once when a video is ready. Needs a tunnel of your own to here.</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Public address</translation>
    </message>
    <message>
        <source>Where the tunnel is reached from outside; {path} is called there.</source>
        <translation>Where the tunnel is reached from outside; {path} is called there.</translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <translation>Port on this computer</translation>
    </message>
    <message>
        <source>The tunnel must lead to 127.0.0.1 at this port.</source>
        <translation>The tunnel must lead to 127.0.0.1 at this port.</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Signing key</translation>
    </message>
    <message>
        <source>Made on the settings page of your account; kept in the system&apos;s keyring.</source>
        <translation>Made on the settings page of your account; kept in the system&apos;s keyring.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Sends a signed webhook to the public address and sees if it gets here.</source>
        <translation>Sends a signed webhook to the public address and sees if it gets here.</translation>
    </message>
    <message>
        <source>Not a usable address. Enter one that begins with https.</source>
        <translation>Not a usable address. Enter one that begins with https.</translation>
    </message>
    <message>
        <source>The port is a number from 1024 to 65535.</source>
        <translation>The port is a number from 1024 to 65535.</translation>
    </message>
</context>
<context>
    <name>WebhookTrial</name>
    <message>
        <source>Send a test webhook</source>
        <translation>Send a test webhook</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to VideoGen</source>
        <translation>Welcome to VideoGen</translation>
    </message>
    <message>
        <source>A sentence becomes a short video. How do you want to begin?</source>
        <translation>A sentence becomes a short video. How do you want to begin?</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>Try it now</translation>
    </message>
    <message>
        <source>Create, watch and download trial videos on this computer: no account, no payment.</source>
        <translation>Create, watch and download trial videos on this computer: no account, no payment.</translation>
    </message>
    <message>
        <source>Start trying</source>
        <translation>Start trying</translation>
    </message>
    <message>
        <source>Tell me about new versions</source>
        <translation>Tell me about new versions</translation>
    </message>
    <message>
        <source>Use your {vendor} account</source>
        <translation>Use your {vendor} account</translation>
    </message>
    <message>
        <source>The key is tried for free and kept in the system&apos;s keyring only.</source>
        <translation>The key is tried for free and kept in the system&apos;s keyring only.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>WindowPresenter</name>
    <message>
        <source>The statement was saved as {file}</source>
        <translation>The statement was saved as {file}</translation>
    </message>
    <message>
        <source>The statistics were saved as {file}</source>
        <translation>The statistics were saved as {file}</translation>
    </message>
    <message>
        <source>The system could not open the folder.</source>
        <translation>The system could not open the folder.</translation>
    </message>
</context>
<context>
    <name>WritingTools</name>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Help with the description</source>
        <translation>Help with the description</translation>
    </message>
</context>
</TS>
