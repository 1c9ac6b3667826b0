/** Whether a text is a place in the vault where a calendar may be written: `Calendars/Reconnect.ics`. */
export function isCalendarPath(text: string): boolean {
  return (
    /^(?![/\\.])[^\\:*?"<>|\r\n]+\.ics$/i.test(text) &&
    !text.split("/").some((part) => part === "" || part.startsWith("."))
  );
}
