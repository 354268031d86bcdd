namespace RaceSystem.AllInOne.Demo;

/// <summary>Names for synthetic runners of one nation. No list holds a real runner; family and given names meet by chance.</summary>
public sealed record Nation(string Code, int Weight, string[] Family, string[] Men, string[] Women)
{
    /// <summary>The host nation.</summary>
    public static readonly Nation Host = Of("PRK", 0, "Kim Ri Pak Choe Jong Kang Jo Yun Jang Rim Han O So Sin Kwon Hwang An Song Ryu Hong", "Chol-su Kwang-il Myong-chol Song-min Yong-ho Un-hyok Jin-u Hak-chol Tae-song Kum-chol Ryong-nam Il-guk", "Un-hui Mi-gyong Kum-ok Hye-song Sol-mi Yong-suk Ok-ju Chun-hwa Hyang-mi Ji-yong Son-ae Kyong-hui");

    /// <summary>The nations that come, with the share each has of the foreign field.</summary>
    public static readonly IReadOnlyList<Nation> Foreign =
    [
        Of("CHN", 14, "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu", "Wei Jun Qiang Lei Hao Ming Bo Peng", "Fang Na Min Jing Yan Xia Li Mei"),
        Of("GBR", 12, "Smith Jones Taylor Brown Wilson Evans Walker Wright Hall Green", "James Oliver Harry George Thomas Daniel Samuel Adam", "Emily Sophie Charlotte Grace Lucy Hannah Alice Megan"),
        Of("GER", 10, "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann", "Lukas Jonas Felix Maximilian Paul Tobias Jan Stefan", "Anna Lena Julia Sarah Katharina Laura Claudia Sabine"),
        Of("FRA", 8, "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau", "Lucas Hugo Louis Gabriel Nicolas Julien Antoine Rémi", "Camille Léa Manon Chloé Élise Claire Marion Sophie"),
        Of("RUS", 8, "Ivanov Smirnov Kuznetsov Popov Vasilyev Petrov Sokolov Mikhailov Novikov Fedorov", "Dmitri Sergei Alexei Ivan Nikolai Andrei Mikhail Pavel", "Anna Olga Elena Natalia Irina Maria Svetlana Tatiana"),
        Of("MAR", 4, "El Amrani|Benali|Alaoui|Idrissi|Tazi|Bennani|Chraibi|Fassi", "Youssef Mohamed Hamza Omar Rachid Said", "Fatima Khadija Salma Hajar Imane Nadia"),
        Of("ETH", 5, "Bekele Tadesse Gebre Tesfaye Haile Kebede Alemu Desta", "Abebe Tariku Lemi Dawit Yonas Girma", "Almaz Tigist Meseret Hirut Sara Genet"),
        Of("KEN", 5, "Kiptoo Cheruiyot Kiprono Mutai Korir Rono Kosgei Chebet", "Elijah Wilson Peter Daniel Moses Evans", "Mercy Joyce Agnes Ruth Janet Vivian"),
        Of("POL", 6, "Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Woźniak", "Jakub Mateusz Piotr Tomasz Marek Paweł", "Anna Katarzyna Małgorzata Agnieszka Ewa Zofia"),
        Of("AUS", 6, "Nguyen Williams Anderson Campbell Murphy Kelly Ryan Mitchell", "Jack Noah Lachlan Ethan Cooper Liam", "Olivia Isla Ruby Zoe Matilda Georgia"),
        Of("CAN", 5, "Tremblay Roy MacDonald Gagnon Campbell Côté Singh Lee", "Liam Logan Nathan Benjamin Owen Alexandre", "Emma Olivia Chloe Maya Amélie Hannah"),
        Of("SGP", 4, "Tan Lim Lee Ng Ong Goh Chua Koh", "Wei-Jie Jun-Hao Zhi-Hao Kai Darren Marcus", "Hui-Min Xin-Yi Jia-Hui Rachel Michelle Cheryl"),
        Of("SWE", 4, "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson", "Erik Lars Anders Johan Oskar Gustav", "Anna Ingrid Karin Sara Elsa Maja"),
        Of("BRA", 3, "Silva Santos Oliveira Souza Pereira Costa Almeida Carvalho", "João Pedro Lucas Rafael Bruno Thiago", "Ana Beatriz Juliana Camila Larissa Mariana"),
        Of("ROU", 3, "Popescu Ionescu Popa Stan Dumitru Stoica Gheorghe Marin", "Andrei Mihai Alexandru Ștefan Ion Radu", "Maria Elena Ioana Andreea Cristina Raluca"),
        Of("HKG", 3, "Chan Wong Cheung Lau Leung Ho Cheng Tsang", "Ka-Ho Chi-Fai Wai-Man Tsz-Kin Ho-Yin Kwok-Wai", "Wing-Yan Ka-Yan Hoi-Ching Sze-Wan Mei-Ling Yuen-Ting"),
    ];

    private static Nation Of(string code, int weight, string family, string men, string women) =>
        new(code, weight, family.Split(family.Contains('|') ? '|' : ' '), men.Split(' '), women.Split(' '));
}
