/** Whether a document of this type is a page to read; PDF viewers, images and feeds are none. */
export function isMarkup(contentType: string): boolean {
  return contentType === 'text/html' || contentType === 'application/xhtml+xml';
}
