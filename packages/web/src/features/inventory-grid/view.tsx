export default function Room(_: { cityId: string; documentId: string }) {
  return null;
}
