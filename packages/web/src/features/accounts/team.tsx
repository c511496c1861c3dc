export default function Room(_: { cityId: string }) {
  return null;
}
