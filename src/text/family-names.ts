/** Family names that stand before the given ones, as in China, Korea and Vietnam. */
export const familyNames: ReadonlySet<string> = new Set(
  (
    'xi li wang zhang liu chen yang zhao huang zhou wu xu sun zhu gao lin guo luo liang zheng xie han tang feng dong xiao ' +
    'cheng cao yuan deng fu shen zeng peng jiang cai jia ding wei xue pan dai xia zhong mao kim park choi jung kang cho ' +
    'yoon jang lim moon nguyen tran pham hoang phan vu vo dang bui ngo duong tsai chiang'
  ).split(' '),
)
