/** The sum of a region or network of the thousand. */
export default function RegionScreen({ id }: { id: string }) {
  return <h1>{id}</h1>;
}
